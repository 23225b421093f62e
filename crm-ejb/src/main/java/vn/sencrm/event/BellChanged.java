package vn.sencrm.event;

/**
 * A user's notifications have changed, on whichever server.
 *
 * @param userId {@link #EVERYBODY} when something may have been missed
 */
public record BellChanged(long userId) {

    public static final long EVERYBODY = 0;

    public boolean isForEverybody() {
        return userId == EVERYBODY;
    }
}
