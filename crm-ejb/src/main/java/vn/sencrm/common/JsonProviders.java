package vn.sencrm.common;

import jakarta.json.spi.JsonProvider;

/**
 * JSON-P, looked up once. Each static call of {@link jakarta.json.Json} searches the class path for the provider, about
 * a millisecond: too long for values that are made by the hundred.
 */
public final class JsonProviders {

    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonProviders() {}
}
