using System;
using System.Collections.Generic;

namespace Dari.Generator.Binding.Naming.Operations;

/// <summary>What methods do, and which last words of a path say it better.</summary>
internal static class PathVerbs
{
    private static readonly HashSet<string> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        "accept", "acknowledge", "activate", "add", "advance", "allocate", "apply", "approve", "archive", "assign", "attach", "authorize",
        "block", "cancel", "capture", "clear", "clone", "close", "commit", "complete", "confirm", "connect", "convert", "copy", "create",
        "deactivate", "decline", "decrypt", "delete", "deny", "deploy", "detach", "disable", "disconnect", "dismiss", "dispatch",
        "download", "duplicate", "enable", "encrypt", "execute", "exit", "expire", "export", "extend", "fail", "finalize", "finish",
        "fork", "generate", "import", "increment", "decrement", "insert", "install", "invalidate", "invite", "join", "kick", "kill", "leave", "link",
        "lock", "login", "logout", "mark", "merge", "migrate", "move", "mute", "open", "pause", "pay", "pin", "post", "preview",
        "process", "promote", "prune", "publish", "pull", "purge", "push", "reactivate", "read", "rebuild", "redeliver", "refresh",
        "refund", "regenerate", "register", "reject", "release", "reload", "remove", "rename", "renew", "reopen", "replace", "reply",
        "rerun", "resend", "reset", "resize", "resolve", "restart", "restore", "resume", "retry", "return", "revert", "reverse",
        "revoke", "rollback", "rotate", "run", "scale", "schedule", "search", "send", "set", "share", "sign", "signal", "skip",
        "snooze", "start", "stop", "submit", "subscribe", "suspend", "swap", "switch", "sync", "synchronize", "terminate", "toggle",
        "transfer", "translate", "trigger", "unarchive", "unassign", "unblock", "undo", "uninstall", "unlink", "unlock", "unmute",
        "unpin", "unpublish", "unsubscribe", "unsuspend", "update", "upgrade", "upload", "validate", "verify", "void", "wait",
    };

    // What is read is mostly a thing, also when its word is a verb as well: GET /orders/{id}/export.
    private static readonly HashSet<string> Queries = new(StringComparer.OrdinalIgnoreCase)
    {
        "search", "download", "preview", "validate", "verify", "lookup", "resolve",
    };

    /// <summary>Whether the first word of a last segment says what is done.</summary>
    public static bool IsAction(string word, string method) => method switch
    {
        "POST" or "PUT" or "PATCH" => Actions.Contains(word) || Queries.Contains(word),
        "GET" or "HEAD" or "QUERY" => Queries.Contains(word),
        _ => false,
    };

    /// <summary>Whether a word says what a method of HTTP does.</summary>
    public static bool Says(string word, string method) => (method, word.ToLowerInvariant()) switch
    {
        ("GET", "get" or "list" or "read" or "retrieve" or "fetch" or "search") => true,
        ("POST", "create" or "add" or "post" or "search") => true,
        ("PUT" or "PATCH" or "POST", "update" or "replace" or "put" or "patch" or "modify" or "edit") => true,
        ("DELETE", "delete" or "remove" or "destroy") => true,
        _ => false,
    };

    public static bool IsVerb(string word) =>
        Actions.Contains(word) || Queries.Contains(word)
        || word.ToLowerInvariant() is "get" or "list" or "retrieve" or "fetch" or "find" or "put" or "patch" or "modify" or "edit" or "destroy" or "check" or "is" or "has" or "do" or "make";

    /// <summary>The verb of a method, for one thing or for many.</summary>
    public static string Of(string method, bool isOne) => (method, isOne) switch
    {
        ("GET", false) => "List",
        ("GET", true) => "Get",
        ("POST", false) => "Create",
        ("POST", true) => "Update",
        ("PUT", _) => "Replace",
        ("PATCH", _) => "Update",
        _ => Words.Capitalize(method.ToLowerInvariant()),
    };
}
