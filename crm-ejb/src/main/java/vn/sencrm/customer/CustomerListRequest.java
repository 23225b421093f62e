package vn.sencrm.customer;

import vn.sencrm.common.filter.Filter;

/**
 * What a list is asked for.
 *
 * @param filter null for none
 * @param search the text of the quick search, null or blank for none
 * @param after the cursor of a page, null for the first
 * @param size rows of a page, 1 to {@value #MAX_SIZE}
 * @param exactCount whether to count beyond {@value #COUNT_LIMIT}
 */
public record CustomerListRequest(
        Filter filter, String search, CustomerSort sort, String after, int size, boolean exactCount) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;

    /** Further than this is not counted unless asked: the list then says "more than". */
    public static final int COUNT_LIMIT = 5_000;

    /** Of a search in an order that has no index, so many of the newest matches are sorted. */
    public static final int SORT_LIMIT = 10_000;

    public CustomerListRequest {
        size = Math.max(1, Math.min(size, MAX_SIZE));
    }
}
