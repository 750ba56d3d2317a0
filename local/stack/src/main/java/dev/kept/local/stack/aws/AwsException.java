package dev.kept.local.stack.aws;

/// A refusal by a service, with the type that AWS gives it.
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    AwsException(String type, String message) {
        super(message);
        this.type = type;
    }

    public boolean is(String wanted) {
        return type.equals(wanted) || type.equals(wanted + "Exception");
    }
}
