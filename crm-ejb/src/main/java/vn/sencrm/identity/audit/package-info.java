/**
 * What administrators search the audit for (AUD-1). It stands here since it needs rights and record access, which the
 * audit itself, written by users and roles too, cannot know.
 */
package vn.sencrm.identity.audit;
