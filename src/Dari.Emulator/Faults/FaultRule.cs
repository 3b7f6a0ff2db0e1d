namespace Dari.Emulator.Faults;

/// <summary>
/// A fault, and the requests that it happens to. All that is given has to fit. Requests that fit are counted from when
/// the rule is added; several rules that fit one request all apply, the earlier ones outside.
/// </summary>
/// <example>
/// <code>
/// new FaultRule { Service = "sandbox", OperationId = "sendUploadPart", Nth = 3, Fault = new DropRequestFault { AfterBytes = 1000 } }
/// </code>
/// </example>
public sealed record FaultRule
{
    /// <summary>What goes wrong.</summary>
    public required Fault Fault { get; init; }

    /// <summary><c>dari</c>, <c>sandbox</c>, <c>snapshot</c>, or <c>storage</c> for upload targets; any when null.</summary>
    public string? Service { get; init; }

    /// <summary>
    /// The <c>operationId</c> in the service's document, or <c>putUpload</c> for upload targets; any when null.
    /// </summary>
    public string? OperationId { get; init; }

    /// <summary>The HTTP method, in any case; any when null.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The path, as the document writes it (<c>/v1/sandboxes/{id}/exec</c>) or as it is sent, where <c>*</c> stands for any
    /// text without a slash and <c>**</c> for any text; any when null.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The request that is the first to fail, from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>How many requests fail; null for all from <see cref="Nth"/> on.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>How likely each of them fails; above 0, at most 1. Requests that are spared do not use up <see cref="Times"/>.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of the chances: the same requests in the same order have the same luck.</summary>
    public int Seed { get; init; }

    /// <summary>Refuses values without a meaning.</summary>
    /// <exception cref="ArgumentException">There is one.</exception>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Fault);
        Fault.Check();
        if (Nth < 1 || Times < 1)
        {
            throw new ArgumentException("Nth and Times are 1 or more.");
        }

        if (!(Probability is > 0 and <= 1))
        {
            throw new ArgumentException($"A probability is above 0 and at most 1, and not {Probability}.");
        }

        bool tooMuch = Fault.Scope switch
        {
            FaultScope.Connection => (OperationId ?? Method ?? Path) is not null,
            FaultScope.Delivery => (Method ?? Path) is not null,
            _ => false,
        };
        if (tooMuch)
        {
            throw new ArgumentException(Fault.Scope == FaultScope.Connection
                ? "Connections are refused before a request is seen: such a rule can name a service and nothing else."
                : "A delivery has a service and, as operationId, the type of its event, but no method and no path.");
        }
    }
}
