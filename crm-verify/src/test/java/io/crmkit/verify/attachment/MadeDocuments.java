package io.crmkit.verify.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents by POI and PDFBox. */
final class MadeDocuments {
    private MadeDocuments() {}

    static List<Sample> all() {
        return Stream.of(texts(), others()).flatMap(List::stream).toList();
    }

    private static List<Sample> texts() {
        return List.of(
                docx("poi-empty.docx", document -> {}),
                docx(
                        "poi-text.docx",
                        document -> document.createParagraph()
                                .createRun()
                                .setText("برداشت من انجام نشد. எனது பணம் இன்னும் வரவில்லை.")),
                docx(
                        "poi-link.docx",
                        document -> document.createParagraph()
                                .createHyperlinkRun("https://example.com/tx/1")
                                .setText("the transaction")),
                docx("poi-table.docx", document -> document.createTable(3, 4)),
                docx("poi-notes.docx", document -> document.createFootnotes()),
                docx("poi-photo.docx", document -> picture(document, "jpg")),
                docx("poi-picture.docx", document -> picture(document, "png")),
                docx("poi-moving-picture.docx", document -> picture(document, "gif")),
                docx("poi-pictures.docx", document -> {
                    picture(document, "jpg");
                    picture(document, "png");
                }),
                docx("poi-head.docx", document -> document.createHeader(HeaderFooterType.DEFAULT)),
                docx("poi-many-paragraphs.docx", document -> {
                    for (int i = 0; i < 500; i++) {
                        document.createParagraph().createRun().setText("نوبت " + i + " — வரிசை");
                    }
                }));
    }

    private static List<Sample> others() {
        return List.of(
                doc("poi-plain.doc", root -> {}),
                doc("poi-empty-pool.doc", root -> root.createDirectory("ObjectPool")),
                pdf("pdfbox-text.pdf", document -> {}),
                pdf(
                        "pdfbox-opens-at-page.pdf",
                        document -> document.getDocumentCatalog().setOpenAction(goTo(document))),
                pdf(
                        "pdfbox-opens-at-place.pdf",
                        document -> document.getDocumentCatalog().setOpenAction(fit(document))),
                pdf("pdfbox-link.pdf", MadeDocuments::link),
                pdf("pdfbox-form.pdf", MadeDocuments::form),
                pdf("pdfbox-many-pages.pdf", document -> {
                    for (int i = 0; i < 60; i++) {
                        document.addPage(new PDPage());
                    }
                }));
    }

    /** What is done to a document before it is saved. */
    interface Change<T> {
        void to(T document) throws IOException;
    }

    static Sample docx(String name, Change<XWPFDocument> change) {
        try (XWPFDocument document = new XWPFDocument()) {
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return new Sample(name, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void picture(XWPFDocument document, String extension) throws IOException {
        Sample picture = MadeImages.photo(extension);
        PictureType type = switch (extension) {
            case "jpg" -> PictureType.JPEG;
            case "png" -> PictureType.PNG;
            default -> PictureType.GIF;
        };
        try {
            document.createParagraph()
                    .createRun()
                    .addPicture(new ByteArrayInputStream(picture.content()), type, picture.name(), 900_000, 600_000);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A real document of Word's format, saved again by POI. */
    static Sample doc(String name, Change<DirectoryNode> change) {
        byte[] real = Sample.kept("libreoffice.doc").content();
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(real))) {
            change.to(files.getRoot());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return new Sample(name, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sample pdf(String name, Change<PDDocument> change) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 720);
                content.showText("Withdrawal 981 is pending. /JavaScript /Launch (words, not names)");
                content.endText();
            }
            change.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new Sample(name, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDPageFitDestination fit(PDDocument document) {
        PDPageFitDestination destination = new PDPageFitDestination();
        destination.setPage(document.getPage(0));
        return destination;
    }

    private static PDActionGoTo goTo(PDDocument document) {
        PDActionGoTo action = new PDActionGoTo();
        action.setDestination(fit(document));
        return action;
    }

    private static void link(PDDocument document) throws IOException {
        PDActionURI action = new PDActionURI();
        action.setURI("https://example.com/tx/1");
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(72, 700, 200, 20));
        link.setAction(action);
        document.getPage(0).getAnnotations().add(link);
    }

    private static void form(PDDocument document) {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDTextField field = new PDTextField(form);
        field.setPartialName("name");
        form.getFields().add(field);
    }
}
