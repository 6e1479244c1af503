#!/usr/bin/env bash
# Makes the files in good/ with programs that people use. They are kept, so that tests need none of the programs; run it
# again only to add some. Debian 12: apt-get install --no-install-recommends libreoffice-writer-nogui imagemagick
# graphicsmagick ghostscript libjpeg-turbo-progs netpbm qpdf gifsicle optipng pngcrush poppler-utils ffmpeg pandoc abiword
# groff libimage-exiftool-perl python3-pil python3-docx python3-reportlab fonts-freefont-ttf
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
out=$PWD/good
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
cd "$work"

# One photograph-like picture, drawn by a formula.
/usr/bin/convert -seed 7 -size 48x32 plasma:tomato-steelblue photo.ppm
/usr/bin/convert photo.ppm -colorspace Gray grey.pgm

# JPEG
/usr/bin/convert photo.ppm -quality 85 "$out/imagemagick.jpg"
/usr/bin/convert photo.ppm -interlace JPEG -quality 80 "$out/imagemagick-progressive.jpg"
/usr/bin/convert photo.ppm -colorspace CMYK -quality 80 "$out/imagemagick-cmyk.jpg"
/usr/bin/convert photo.ppm -sampling-factor 4:4:4 -profile /usr/share/color/icc/ghostscript/srgb.icc "$out/imagemagick-profile.jpeg"
cjpeg -quality 75 -optimize photo.ppm > "$out/libjpeg-optimised.jpg"
cjpeg -quality 75 -restart 1 photo.ppm > "$out/libjpeg-restarts.jpg"
cjpeg -quality 75 -grayscale photo.ppm > "$out/libjpeg-grey.jpg"
jpegtran -rotate 90 -progressive "$out/imagemagick.jpg" > "$out/jpegtran.jpg"
gm convert photo.ppm -quality 70 "$out/graphicsmagick.jpg"
pnmtojpeg photo.ppm > "$out/netpbm.jpg"
ffmpeg -loglevel error -y -i photo.ppm -q:v 3 "$out/ffmpeg.jpg"
cp "$out/imagemagick.jpg" camera.jpg
exiftool -q -overwrite_original -GPSLatitude=35.7219 -GPSLatitudeRef=N -GPSLongitude=51.3347 -GPSLongitudeRef=E \
    -Orientation#=6 -Make=CANARY-MAKE -Model=CANARY-MODEL -SerialNumber=CANARY-SERIAL -Artist=CANARY-ARTIST \
    -XMP:Creator=CANARY-XMP -IPTC:By-line=CANARY-IPTC -Comment=CANARY-COMMENT camera.jpg
cp camera.jpg "$out/camera.jpg"

# PNG
/usr/bin/convert photo.ppm "$out/imagemagick.png"
/usr/bin/convert photo.ppm -depth 16 "$out/imagemagick-16-bit.png"
/usr/bin/convert photo.ppm -colors 16 PNG8:"$out/imagemagick-palette.png"
/usr/bin/convert photo.ppm -interlace PNG "$out/imagemagick-interlaced.png"
/usr/bin/convert photo.ppm -alpha set -channel A -evaluate set 50% "$out/imagemagick-transparent.png"
/usr/bin/convert grey.pgm -monochrome "$out/imagemagick-black-and-white.png"
pnmtopng -quiet photo.ppm > "$out/netpbm.png"
gm convert photo.ppm "$out/graphicsmagick.png"
ffmpeg -loglevel error -y -i photo.ppm "$out/ffmpeg.png"
optipng -quiet -o2 -i1 -out "$out/optipng.png" "$out/imagemagick.png"
pngcrush -q "$out/imagemagick.png" "$out/pngcrush.png" 2>/dev/null
cp "$out/imagemagick.png" camera.png
exiftool -q -overwrite_original -GPSLatitude=35.7219 -GPSLatitudeRef=N -Artist=CANARY-ARTIST -Orientation#=8 \
    -PNG:Author=CANARY-AUTHOR -XMP:Creator=CANARY-XMP camera.png
cp camera.png "$out/camera.png"

# GIF
/usr/bin/convert photo.ppm "$out/imagemagick.gif"
/usr/bin/convert -delay 20 -loop 0 photo.ppm \( photo.ppm -flip \) \( photo.ppm -flop \) "$out/imagemagick-moving.gif"
/usr/bin/convert photo.ppm -transparent tomato -interlace GIF "$out/imagemagick-interlaced.gif"
gm convert photo.ppm "$out/graphicsmagick.gif"
ffmpeg -loglevel error -y -f lavfi -i testsrc=size=64x48:rate=5:duration=1 "$out/ffmpeg-moving.gif"
ppmquant -quiet 64 photo.ppm | ppmtogif -quiet > "$out/netpbm.gif"
gifsicle -O3 "$out/imagemagick-moving.gif" -o "$out/gifsicle.gif" 2>/dev/null
cp "$out/gifsicle.gif" camera.gif
exiftool -q -overwrite_original -Comment=CANARY-COMMENT -XMP:Creator=CANARY-XMP camera.gif
cp camera.gif "$out/camera.gif"

/usr/bin/python3 - "$out" <<'PYTHON'
import sys
from PIL import Image
out = sys.argv[1]
photo = Image.open("photo.ppm")
photo.save(out + "/pillow.jpg", quality=60)
photo.save(out + "/pillow.png")
photo.convert("RGBA").save(out + "/pillow-transparent.png", dpi=(300, 300))
photo.quantize(32).save(out + "/pillow.gif")
PYTHON

# Documents
cat > letter.html <<'HTML'
<html><head><meta charset="utf-8"><title>Letter</title></head><body style="font-family: FreeSans">
<h1>برداشت من انجام نشد</h1><p dir="rtl">سلام، تراکنش ۱۲۳۴ هنوز در حال بررسی است. می‌خواهم بدانم چرا.</p>
<p>எனது பணம் இன்னும் வரவில்லை. <b>Withdrawal 981</b> is pending.</p>
<p><a href="https://example.com/tx/1">The transaction</a></p>
<table border="1"><tr><td>BTC</td><td>0.5</td></tr><tr><td>ETH</td><td>2</td></tr></table>
</body></html>
HTML
cat > letter.md <<'MARKDOWN'
# Letter

Withdrawal **981** is pending, see [the transaction](https://example.com/tx/1).[^1]

| coin | amount |
|------|--------|
| BTC  | 0.5    |

[^1]: A footnote.
MARKDOWN
office() { soffice --headless -env:UserInstallation="file://$work/profile" --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1; }
office odt:writer8 letter.html
sed 's#</body>#<p><img src="photo.png"></p></body>#' letter.html > picture.html
/usr/bin/convert photo.ppm photo.png
pandoc picture.html -o picture.odt
office 'docx:MS Word 2007 XML' letter.odt && cp letter.docx "$out/libreoffice.docx"
office 'doc:MS Word 97' letter.odt && cp letter.doc "$out/libreoffice.doc"
office 'docx:MS Word 2007 XML' picture.odt && cp picture.docx "$out/libreoffice-picture.docx"
office 'doc:MS Word 97' picture.odt && cp picture.doc "$out/libreoffice-picture.doc"
office pdf letter.odt && cp letter.pdf "$out/libreoffice.pdf"
office 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"ExportBookmarks":{"type":"boolean","value":"true"}}' letter.odt
cp letter.pdf "$out/libreoffice-archive.pdf"
pandoc letter.md -o "$out/pandoc.docx"
abiword --to=docx -o "$out/abiword.docx" letter.html 2>/dev/null
/usr/bin/python3 - "$out" <<'PYTHON'
import sys
from docx import Document
from reportlab.pdfgen import canvas
out = sys.argv[1]
document = Document()
document.add_heading("Letter", 0)
document.add_paragraph("برداشت من انجام نشد")
document.add_picture("photo.png")
document.add_table(rows=2, cols=2)
document.save(out + "/python-docx.docx")
page = canvas.Canvas(out + "/reportlab.pdf")
page.drawString(72, 720, "Withdrawal 981 is pending.")
page.linkURL("https://example.com/tx/1", (72, 700, 200, 720))
page.save()
PYTHON

# PDF
office pdf letter.odt
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dCompatibilityLevel=1.4 -sOutputFile="$out/ghostscript.pdf" letter.pdf
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfimage8 -r30 -sOutputFile="$out/ghostscript-picture.pdf" letter.pdf
qpdf --linearize letter.pdf "$out/qpdf-linearised.pdf"
qpdf --object-streams=generate letter.pdf "$out/qpdf-object-streams.pdf"
qpdf --qdf letter.pdf "$out/qpdf-plain.pdf"
pdftocairo -pdf letter.pdf "$out/cairo.pdf"
/usr/bin/convert photo.ppm photo-page.jpg
printf '.ft H\nWithdrawal 981 is pending.\n' | groff -Tpdf > "$out/groff.pdf"
/usr/bin/python3 -c 'from PIL import Image; import sys; Image.open("photo.ppm").save(sys.argv[1])' "$out/pillow.pdf"
ls -la "$out"
