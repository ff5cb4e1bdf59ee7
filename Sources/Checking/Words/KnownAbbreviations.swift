/// Abbreviations that are words of their own: readers know them better than what they stand for.
enum KnownAbbreviations {
    static func contain(_ letters: String) -> Bool { all.contains(letters) || words.contains(letters) }

    /// Whether letters are a word that is written in capitals to be seen.
    static func haveWord(_ letters: String) -> Bool { words.contains(letters) }

    private static let words = set(
        "NOTE TIP HELP HERE THERE WARN ERROR INFO DEBUG FATAL NULL TRUE FALSE GET POST PUT PATCH DELETE UPDATE INSERT CREATE SELECT FROM WHERE JOIN "
        + "TABLE HEAD PAGE DATE TIME NAME TYPE FILE PATH LIST ITEM USER HOST PORT KEY VALUE TEXT TITLE LINK HOME MENU BACK NEXT LAST FIRST TOTAL NORTH "
        + "SOUTH EAST WEST HIGH LOW NONE SOME MANY LESS EVER ALWAYS AGAIN LATER TODAY SOON WEEK MONTH YEAR HOUR DAYS SALE GREAT GOOD BEST REALLY DRAFT "
        + "FINAL DUE LATE PAID CLOSED START LIVE WORK ROOT IMAGE PHOTO PLACE TEST LINE SUBMIT ENTER SIGN TURN PHASE STEP PART LEVEL "
        + "VOTE VOTED PASSED FAILED TABLED MOVED BINGO "
        // Days and months, written out
        + "MONDAY FRIDAY SUNDAY MARCH APRIL JUNE JULY AUGUST LUNES MARTES JUEVES ENERO MARZO ABRIL MAYO JUNIO JULIO AGOSTO MAIO JUNHO JULHO LUNDI MARDI JEUDI MARS AVRIL JUIN "
        // Labels, as forms and notices have them
        + "NOTA AVISO OJO IMAGEN FOTO FECHA HORA LUGAR CORREO FAX TEL IMAGEM DATA LOCAL PHOTO LIEU HEURE REMARQUE IMPORTANTE URGENTE GRATIS NUEVO CIERRE CORE TEAM STAFF "
        // Colours
        + "RED BLUE GREEN WHITE BLACK YELLOW ORANGE PURPLE PINK BROWN GRAY GREY GOLD SILVER ROJO ROJA VERDE AZUL BLANCO BLANCA NEGRO NEGRA MORADO MORADA "
        + "GRIS ROSA BRANCO BRANCA PRETO PRETA ROXO ROXA CINZA ROUGE VERT VERTE BLEU BLEUE JAUNE NOIR NOIRE BLANC ROSE VIOLET")

    private static let all = set(
        // Everyday life
        "AM PM AD BC BCE CE OK PO TV DVD CD PC ID IDS PIN ZIP RSVP ASAP DIY VIP SOS TBD TBA TBC BBQ NA NB PS FAQ FAQS QA QR UV AC DC LED CCTV HIV AIDS DNA "
        + "COVID LGBT LGBTQ LGBTQIA NGO CEO CFO PHD MD RN BA BS MA JR SR LLC INC LTD CO VS ETC IE EG RE WC ATM ISBN RV SUV UFO IQ IOU MC DJ TGIF XL XXL "
        + "BLT PB JFK MLK FDR LTDA FYI CC YRS "
        + "ONG EEUU EUA UE ONU OTAN DNI IVA VIH SIDA ADN UNO CPF RG CNPJ CEP CURP HR MRI EKG ECG TTY BV GMBH SARL "
        // Places, bodies and money that are named so
        + "US USA UK EU UN UAE USDA NASA FBI CIA NATO UNESCO UNICEF BBC CNN IBM USD EUR GBP YMCA YWCA NYC LA DC SAT "
        // Computers, as everybody meets them
        + "PDF HTML CSS URL URLS HTTP HTTPS FTP SMS GPS USB JPEG JPG PNG GIF SVG CSV DOC DOCX XLS XLSX PPT PPTX ICS MP RSS WWW XML JSON SQL RAM CPU IP "
        + "IT AI UI WIFI PIN EMAIL ASCII README TODO CTRL ALT ESC UNIX "
        // Files, which are called by their endings
        + "YAML TOML TSV ODS ODT ODP RTF TXT EPUB KML KMZ SHP GEOJSON DTA SAV MOV AVI WAV WMV TIFF BMP EXE DMG "
        // Makers, their products and stations, which have no other name
        + "GNU MIT BMW IKEA LEGO VISA UPS DHL AAA NPR PBS NBC ABC CBS HBO ESPN JAWS NVDA CKAN "
        // Examinations that everybody who takes them calls so
        + "SSL TLS GCSE PSAT ACT GED AP IB "
        // Plurals, as Spanish abbreviates them
        + "EE UU RR HH FF "
        // Days, months and hours
        + "MON TUE TUES WED THU THUR THURS FRI SAT SUN JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC EST EDT CST CDT MST MDT PST PDT ET CT MT PT UTC GMT "
        // Units and streets
        + "KM CM MM KG MG ML LB OZ FT SQ MPH KB MB GB TB HZ DPI PX ST RD AVE BLVD DR LN HWY RTE APT STE NE NW SE SW "
        // Marks and stand-ins
        + "AA AAA AB ABC XYZ XX XXX XXXX YYYY DD HH SS N/A "
        // States and territories of the United States, provinces of Canada
        + "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA "
        + "WV WI WY PR VI GU AS ON QC NS NB MB BC PE SK NL YT NT NU")

    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
