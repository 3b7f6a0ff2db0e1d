using Dari.Generator.Model;

namespace Dari.Corpus.Acceptance;

/// <summary>Holds what NJsonSchema says of a value that a model wrote against what it says of the one that the model read.</summary>
internal static class Verdict
{
    /// <param name="validator">The schemas of the document.</param>
    /// <param name="type">The model.</param>
    /// <param name="sent">What was read, and what is wrong with it.</param>
    /// <param name="written">What was written.</param>
    /// <param name="isValid">Whether the document allows what was read, as far as the tool knows.</param>
    /// <param name="row">Counts the value.</param>
    /// <returns>What is wrong with what was written and was not before, or <see langword="null"/>.</returns>
    public static string? Fault(
        OtherValidator validator, TypeModel type, (string Text, IReadOnlyList<string>? Errors) sent, string written, bool isValid, DocumentRow row)
    {
        IReadOnlyList<string>? after = written == sent.Text ? sent.Errors : validator.Errors(type, written);
        if (after is null || sent.Errors is null)
        {
            row.Unjudged++;
            return null;
        }

        if (after.Except(sent.Errors).FirstOrDefault() is { } added)
        {
            return "NJsonSchema rejects what was written: " + added;
        }

        if (after.Count == 0)
        {
            row.Accepted++;
        }
        else if (isValid)
        {
            row.Rejected.Add(new Rejection(sent.Errors[0], type.Pointer, Text.Short(sent.Text, 200)));
        }

        return null;
    }
}

/// <summary>A value that the document allows as far as the tool knows, and NJsonSchema does not.</summary>
internal sealed record Rejection(string Error, string Pointer, string Value)
{
    /// <summary>The kind of the error, without its place.</summary>
    public string Kind => Error.Split(' ')[0];
}
