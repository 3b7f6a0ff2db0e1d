using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot;

/// <summary>The refusals of the snapshot service. The texts never hold a key or another secret.</summary>
internal static class SnapshotFault
{
    /// <summary>401: no key, an unknown one, or an expired session.</summary>
    public static ServiceFault Unauthorized(string message = "Missing or invalid API key") =>
        new(401, "unauthorized", message) { IsRefusal = true };

    /// <summary>404.</summary>
    public static ServiceFault NotFound(string message) => new(404, "not_found", message);

    /// <summary>422 for a value that the document allows and the service does not, as a validator of a model says it.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="pointer">JSON Pointer in the body, or the name of a parameter.</param>
    /// <param name="place"><c>body</c>, <c>query</c> or <c>path</c>.</param>
    public static ServiceFault Invalid(string message, string pointer = "", string place = "body") =>
        Wrong("value_error", "Value error, " + message, pointer, place);

    /// <summary>422 of a given type.</summary>
    public static ServiceFault Wrong(string type, string message, string pointer = "", string place = "body") =>
        new(422, "invalid_request", "The request is invalid.") { Findings = [new Finding(place, pointer, type, message)] };

    /// <summary>Refuses a number outside of a range.</summary>
    public static void RequireRange(long? value, long least, long most, string pointer)
    {
        if (value < least)
        {
            throw Wrong("greater_than_equal", $"Input should be greater than or equal to {least}", pointer);
        }

        if (value > most)
        {
            throw Wrong("less_than_equal", $"Input should be less than or equal to {most}", pointer);
        }
    }
}
