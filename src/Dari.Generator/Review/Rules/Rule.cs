namespace Dari.Generator.Review.Rules;

/// <summary>One kind of change, and how much it matters for what a client sends and for what it receives.</summary>
/// <param name="Id">Never changed and never used again: it stands in reports, in pipelines, and on the page of rules.</param>
/// <param name="Sent">For parts of a document that the client writes.</param>
/// <param name="Received">For parts that the client reads.</param>
/// <param name="Mirror">The rule of the change that undoes this one.</param>
/// <param name="Message">What happened: <c>{0}</c> is the thing, <c>{1}</c> its old value and <c>{2}</c> its new one.</param>
/// <param name="Why">Why it has these levels.</param>
internal sealed record Rule(string Id, Level Sent, Level Received, string Mirror, string Message, string Why)
{
    private const Level Safe = Level.Safe;
    private const Level Breaking = Level.Breaking;

    /// <summary>
    /// Two rules of which each undoes the other, for a change by which less is allowed than before: who sends may be
    /// refused, who receives has seen all that comes.
    /// </summary>
    public static (Rule Narrowed, Rule Widened) Pair(
        string narrowedId, string narrowed, string widenedId, string widened, Level widenedReceived = Breaking) => (
        new Rule(narrowedId, Breaking, Safe, widenedId, narrowed, "What was sent before may be refused; what is received still fits."),
        new Rule(widenedId, Safe, widenedReceived, narrowedId, widened, widenedReceived == Breaking
            ? "What was sent before still fits; what is received may be something that the old code cannot read."
            : "What was sent before still fits; what is received may be something that the program has never seen."));

    /// <summary>A rule that undoes itself.</summary>
    public static Rule Self(string id, Level sent, Level received, string message, string why) => new(id, sent, received, id, message, why);

    public override string ToString() => Id;
}
