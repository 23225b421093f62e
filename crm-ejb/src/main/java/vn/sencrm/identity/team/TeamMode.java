package vn.sencrm.identity.team;

/** How a team deals its customers out. */
public enum TeamMode {
    /** Not at all: a person is chosen. */
    NONE,
    /** One after the other; the turn is remembered. */
    SEQUENTIAL,
    /** By chance, everybody alike. */
    RANDOM
}
