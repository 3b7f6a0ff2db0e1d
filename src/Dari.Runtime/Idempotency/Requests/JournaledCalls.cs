using System.Net;
using Dari.Buffers;
using Dari.Http;

namespace Dari.Idempotency.Requests;

/// <summary>
/// Keeps the calls that have a name in the client's journal, and lets only what agrees with it go on.
/// </summary>
internal sealed class JournaledCalls(
    IIdempotencyJournal? journal, string clientName, BaseAddress addresses, CallLog? log)
{
    /// <summary>
    /// Settles the key of a call; from here on it survives the process. Gives the answer that is kept, if there is one.
    /// </summary>
    /// <exception cref="IdempotencyConflictException">Name or key stands for another call.</exception>
    internal ValueTask<Reply?> BeginAsync(Exchange exchange, ReplyKind kind) =>
        journal is not null && exchange.Outgoing.Keys is { Name: { } name } keys
            ? BeginAsync(journal, exchange, kind, keys, name)
            : default;

    private async ValueTask<Reply?> BeginAsync(
        IIdempotencyJournal journal, Exchange exchange, ReplyKind kind, KeyPlan keys, string name)
    {
        Outgoing outgoing = exchange.Outgoing;
        ApiRequest request = exchange.Request;
        var call = new IdempotentCall
        {
            Name = $"{clientName}/{name}",
            Key = keys.Given ?? outgoing.Key!,
            IsKeyGiven = keys.Given is not null,
            Operation = $"{request.Method} {request.Template}",
            Service = addresses.Root(request),
            Digest = await RequestDigest.OfAsync(request, keys.Field, exchange.Token).ConfigureAwait(false),
        };
        outgoing.Hold = await journal.HoldAsync(call.Name, exchange.Token).ConfigureAwait(false);
        IdempotencyEntry entry = await journal.BeginAsync(call, exchange.Token).ConfigureAwait(false);
        Refuse(call, entry.Call);
        outgoing.Entry = entry;
        outgoing.UseKey(entry.Call.Key);
        return entry.Outcome is { IsRefusal: false } outcome ? Replay(exchange, kind, outcome) : null;
    }

    /// <summary>Keeps a good answer.</summary>
    internal ValueTask SucceedAsync(Exchange exchange, Reply reply, ReplyKind kind) =>
        exchange.Outgoing.Entry is null ? ValueTask.CompletedTask : KeepAsync(exchange, reply, kind);

    private async ValueTask KeepAsync(Exchange exchange, Reply reply, ReplyKind kind)
    {
        // An answer out of the journal is there already.
        if (!exchange.Metadata.IsStored)
        {
            await CompleteAsync(exchange, Outcome(reply, kind)).ConfigureAwait(false);
        }

        // A stream goes on for long; what others wait for is its outcome.
        exchange.Outgoing.LetGo();
    }

    private static IdempotencyOutcome Outcome(Reply reply, ReplyKind kind) => new()
    {
        StatusCode = (int)reply.Status,
        ContentType = reply.Response.Content.Headers.ContentType?.ToString(),
        Body = kind.Body == ReplyBody.Buffered ? reply.Body.ToArray() : null,
    };

    /// <summary>
    /// Keeps that the service refused a call, where that is certain: its name is free for another then.
    /// </summary>
    internal ValueTask FailAsync(Exchange exchange, Reply reply)
    {
        int status = (int)reply.Status;
        bool isRefusal = status is >= 400 and < 500 and not (408 or 409 or 423 or 425 or 429);

        // Of an earlier attempt without an answer nobody knows what it did.
        bool isOnly = exchange.Metadata.Attempts == 1
            && exchange.Outgoing.Entry is { IsNew: true } or { Outcome.IsRefusal: true };
        return isRefusal && isOnly
            ? CompleteAsync(exchange, new IdempotencyOutcome { StatusCode = status })
            : ValueTask.CompletedTask;
    }

    private async ValueTask CompleteAsync(Exchange exchange, IdempotencyOutcome outcome)
    {
        try
        {
            // The service has answered; that the caller gives up now changes nothing about it.
            await journal!.CompleteAsync(exchange.Outgoing.Entry!, outcome, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (IdempotencyJournalException fault)
        {
            // The answer is worth more than its record: without it, a repeated call is sent again under its key.
            log?.OutcomeLost(exchange.Request, fault.Message);
        }
    }

    private static void Refuse(IdempotentCall call, IdempotentCall existing)
    {
        string? difference = (call, existing) switch
        {
            _ when call.Service != existing.Service => $"it was made at {existing.Service}",
            _ when call.Operation != existing.Operation => $"it was {existing.Operation}",
            _ when call.Digest != existing.Digest => "its path, query or body was another",
            _ when call.IsKeyGiven && call.Key != existing.Key => "it was made under another key",
            _ => null,
        };
        if (difference is not null)
        {
            string what = call.Name == existing.Name
                ? $"The logical call \"{call.Name}\""
                : "The idempotency key of this call";
            throw new IdempotencyConflictException(
                $"{what} stands for another request in the journal: {difference}. {call.Operation} was not sent; "
                + "give it a name and key of its own.",
                existing);
        }
    }

    private static Reply? Replay(Exchange exchange, ReplyKind kind, IdempotencyOutcome outcome)
    {
        // What was streamed, or is not kept, the service gives again for the same key.
        bool isKept = kind.Body == ReplyBody.Dropped || (kind.Body == ReplyBody.Buffered && outcome.Body is not null);
        if (!isKept || !kind.IsGood(outcome.StatusCode))
        {
            return null;
        }

        ReadOnlyMemory<byte> bytes = outcome.Body ?? default;
        var response = new HttpResponseMessage((HttpStatusCode)outcome.StatusCode)
        {
            Content = new ReadOnlyMemoryContent(bytes),
        };
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        if (outcome.ContentType is { } type)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            headers["Content-Type"] = [type];
        }

        var body = new PooledBuffer(bytes.Length);
        bytes.Span.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
        exchange.Metadata.Receive(response.StatusCode, headers);
        exchange.Metadata.IsStored = true;
        return new Reply(response, body);
    }
}
