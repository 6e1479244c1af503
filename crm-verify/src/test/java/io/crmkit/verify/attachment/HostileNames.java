package io.crmkit.verify.attachment;

import static io.crmkit.verify.attachment.Bits.latin;

import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** Files under false names, and files that are none of the six types. */
final class HostileNames {
    private static final List<String> EXTENSIONS = List.of("jpg", "png", "gif", "pdf", "doc", "docx");
    private static final List<String> TRICKS = List.of(
            "",
            "photo",
            ".png",
            "png",
            "photo.",
            "photo.png.exe",
            "photo.exe\0",
            "photo.png\0.exe",
            "photo.png%00",
            "photo.pn\u0261",
            "photo.png\r\nDELE other",
            "photo.\u202Egnp",
            "photo.svg",
            "photo.html",
            "../../etc/passwd",
            "photo.png/",
            "photo.png\\a",
            "photo.\u06F1",
            "photo.png:stream",
            "photo.webp",
            "photo.pht",
            "photo.png;.php");

    private HostileNames() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        List<Sample> good = List.of(
                MadeImages.photo("jpg"),
                MadeImages.photo("png"),
                MadeImages.photo("gif"),
                Sample.kept("libreoffice.pdf"),
                Sample.kept("libreoffice.doc"),
                Sample.kept("libreoffice.docx"));
        for (int i = 0; i < good.size(); i++) {
            for (int j = 0; j < EXTENSIONS.size(); j++) {
                if (i != j) {
                    Sample renamed = good.get(i).as("renamed." + EXTENSIONS.get(j));
                    all.add(Hostile.of("renamed", renamed, RefusalCode.EXTENSION_MISMATCH));
                }
            }
        }
        for (String trick : TRICKS) {
            all.add(Hostile.of("trick", good.get(1).as(trick), RefusalCode.EXTENSION_MISMATCH));
        }
        all.addAll(strangers());
        return all;
    }

    private static List<Hostile> strangers() {
        List<Hostile> all = new ArrayList<>();
        for (byte[] content : List.of(
                latin("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                latin("<!DOCTYPE html><script>alert(1)</script>"),
                latin("<?php system($_GET[0]); ?>"),
                latin("MZ\u0090\0\u0003\0\0\0\u0004"),
                latin("\u007FELF\u0002\u0001\u0001\0"),
                latin("{\\rtf1\\ansi text}"),
                latin("RIFF$\0\0\0WEBPVP8 "),
                latin("BM6\0\0\0\0\0\0\0006\0\0\0"),
                latin("II*\0\u0008\0\0\0"),
                latin("%!PS-Adobe-3.0 EPSF-3.0\n"),
                latin("MIME-Version: 1.0\nContent-Type: multipart/related\n"),
                latin("#!/bin/sh\nrm -rf /\n"),
                latin("\u001F\u008B\u0008\0"),
                latin("a plain text"),
                latin("PK\u0005\u0006" + "\0".repeat(18)),
                new byte[5_000])) {
            for (String extension : EXTENSIONS) {
                all.add(Hostile.of("stranger", new Sample("a." + extension, content), RefusalCode.UNKNOWN_TYPE));
            }
        }
        for (String extension : EXTENSIONS) {
            all.add(Hostile.of("empty", new Sample("a." + extension, new byte[0]), RefusalCode.EMPTY));
            Sample large = new Sample("a." + extension, new byte[5_242_881]);
            all.add(Hostile.of("too large", large, RefusalCode.TOO_LARGE));
        }
        return all;
    }
}
