package dev.kept.domain.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;

/// A unit vector with the model that made it; vectors of different models must not be compared.
public final class Embedding {
    /// A dimension as it is stored, a number of IEEE 754's binary16.
    public static final int BYTES_A_DIMENSION = Short.BYTES;

    private final String model;
    private final float[] vector;

    /// @param vector of any length above 0; it is normalized to length 1 here
    public Embedding(String model, float[] vector) {
        this.model = model;
        this.vector = normalized(vector);
    }

    /// Reads what {@link #toBytes()} wrote.
    public static Embedding fromBytes(String model, ByteBuffer bytes) {
        ShortBuffer halves = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] vector = new float[halves.remaining()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(halves.get());
        }
        return new Embedding(model, vector);
    }

    /// The direction between this and others, each of which pulls with a weight; this has weight 1.
    public Embedding towards(List<Embedding> others, double weight) {
        float[] sum = vector.clone();
        for (Embedding other : others) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (weight * other.vector[i]);
            }
        }
        return new Embedding(model, sum);
    }

    /// Whether two may be compared.
    public boolean isComparable(Embedding other) {
        return model.equals(other.model) && vector.length == other.vector.length;
    }

    public String model() {
        return model;
    }

    public int dimensions() {
        return vector.length;
    }

    public float[] vector() {
        return vector.clone();
    }

    /// {@link #BYTES_A_DIMENSION} each, little endian. A record carries its vector into every index of its table: half
    /// the bytes are half of what writing and reading it costs, and a cosine changes in its fourth place.
    public ByteBuffer toBytes() {
        ByteBuffer bytes =
                ByteBuffer.allocate(vector.length * BYTES_A_DIMENSION).order(ByteOrder.LITTLE_ENDIAN);
        ShortBuffer halves = bytes.asShortBuffer();
        for (float value : vector) {
            halves.put(Float.floatToFloat16(value));
        }
        return bytes;
    }

    /// -1 to 1; 0 when the models differ.
    public double cosine(Embedding other) {
        if (!isComparable(other)) {
            return 0;
        }
        float dot = 0;
        for (int i = 0; i < vector.length; i++) {
            dot += vector[i] * other.vector[i];
        }
        return dot;
    }

    private static float[] normalized(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        float[] unit = vector.clone();
        for (int i = 0; i < unit.length && length > 0; i++) {
            unit[i] /= length;
        }
        return unit;
    }
}
