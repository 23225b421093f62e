package vn.sencrm.identity.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.file.FileTooLargeException;
import vn.sencrm.file.FileType;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Pictures of users: each gives their own, everybody who is signed in sees them. */
@Stateless
@RolesAllowed(Right.SIGNED_IN)
public class UserPictures {

    /** What every browser shows, and nothing that could carry a script. */
    private static final Set<FileType> TYPES = EnumSet.of(FileType.PNG, FileType.JPEG, FileType.GIF, FileType.WEBP);

    @Inject
    UserPictureSql sql;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    public Optional<UserPicture> find(long userId) {
        return sql.find(userId);
    }

    /**
     * Takes the caller's picture.
     *
     * @throws InvalidInputException NOT_A_PHOTO for what is no picture by its first bytes
     * @throws FileTooLargeException for more than {@link UserPicture#MAX_BYTES}
     */
    public void put(InputStream in) throws IOException {
        byte[] data = in.readNBytes(UserPicture.MAX_BYTES + 1);
        if (data.length > UserPicture.MAX_BYTES) {
            throw new FileTooLargeException(UserPicture.MAX_BYTES);
        }
        FileType type = FileType.of(FileType.head(new ByteArrayInputStream(data)))
                .filter(TYPES::contains)
                .orElseThrow(() -> new InvalidInputException(List.of(new FieldProblem("picture", "NOT_A_PHOTO"))));
        sql.put(currentUser.id(), new UserPicture(type.contentType(), data), clock.instant());
    }

    /** Takes the caller's picture away. */
    public void remove() {
        sql.remove(currentUser.id());
    }
}
