package vn.sencrm.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.CrmException;
import vn.sencrm.web.shell.Texts;

/** Answers 400 to a form of parts that cannot be taken apart; the parser tells that by failures of any kind. */
@Provider
@LimitedUpload
public class MultipartReader implements ReaderInterceptor {

    private static final Logger LOG = Logger.getLogger(MultipartReader.class.getName());

    private static final String CODE = "BAD_MULTIPART";

    @Inject
    Texts texts;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(context.getMediaType())) {
            return context.proceed();
        }
        try {
            return context.proceed();
        } catch (CrmException | WebApplicationException told) {
            throw told;
        } catch (IOException | RuntimeException unreadable) {
            LOG.log(Level.INFO, "A form of parts could not be read: {0}", unreadable.toString());
            throw new WebApplicationException(
                    unreadable, Problem.of(400, CODE, texts.error(CODE)).toResponse());
        }
    }
}
