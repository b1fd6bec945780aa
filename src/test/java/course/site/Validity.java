package course.site;

import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.validation.SimpleDocumentValidator.SchemaReadException;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The HTML checker of the W3C, in this process. */
final class Validity {
    private static final String HTML = "http://s.validator.nu/html5-rdfalite.rnc";

    private Validity() {}

    static List<String> complaints(List<Path> pages) throws IOException, SAXException {
        Listener listener = new Listener();
        SimpleDocumentValidator validator = new SimpleDocumentValidator();
        try {
            validator.setUpMainSchema(HTML, listener);
        } catch (SchemaReadException e) {
            throw new IOException(e);
        } catch (Exception e) { // what the method declares
            throw new IOException(e);
        }
        validator.setUpValidatorAndParsers(listener, true, false);
        for (Path page : pages) {
            listener.page = page;
            validator.checkHtmlFile(page.toFile(), true);
        }
        return listener.complaints;
    }

    private static final class Listener implements ErrorHandler {
        final List<String> complaints = new ArrayList<>();
        Path page;

        @Override
        public void warning(SAXParseException e) {
            error(e);
        }

        @Override
        public void error(SAXParseException e) {
            complaints.add(
                    page
                            + ":"
                            + e.getLineNumber()
                            + ":"
                            + e.getColumnNumber()
                            + ": "
                            + e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
