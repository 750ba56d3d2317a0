package dev.kept.local.packaging;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The classes that a class names in its constant pool, in the form `java/lang/String`.
final class References {
    private References() {}

    static Set<String> of(byte[] classFile) {
        return StreamSupport.stream(
                        ClassFile.of().parse(classFile).constantPool().spliterator(), false)
                .filter(ClassEntry.class::isInstance)
                .map(entry -> element(((ClassEntry) entry).asInternalName()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The class of an array's elements; nothing for primitive ones.
    private static String element(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        return name.endsWith(";") ? name.substring(name.indexOf('L') + 1, name.length() - 1) : "";
    }
}
