using Dari.Emulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>The faults of a running emulator: rules come and go while requests are served.</summary>
public sealed class FaultBook : IRequestFaults
{
    private readonly Func<IReadOnlyList<EmulatedOperation>> _operations;
    private readonly Lock _gate = new();
    private RuleCounter[] _rules = [];

    internal FaultBook(Func<IReadOnlyList<EmulatedOperation>> operations) => _operations = operations;

    /// <summary>The rules that were added and not removed, in that order, with their counts.</summary>
    public IReadOnlyList<ActiveFault> Active => [.. Volatile.Read(ref _rules).Select(static rule => rule.State)];

    /// <summary>Adds a rule. Requests that are being served already are not affected.</summary>
    /// <returns>Its id, for <see cref="Remove"/>.</returns>
    /// <exception cref="ArgumentException">
    /// A value has no meaning, or there is no such service or operation: the rule could never apply.
    /// </exception>
    public string Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        rule.Check();
        CheckNames(rule);
        var counter = new RuleCounter(Ids.New("fault_"), rule);
        lock (_gate)
        {
            Volatile.Write(ref _rules, [.. _rules, counter]);
        }

        return counter.Id;
    }

    /// <summary>Removes a rule.</summary>
    /// <returns>False when there is none of that id.</returns>
    public bool Remove(string id)
    {
        lock (_gate)
        {
            RuleCounter[] left = [.. _rules.Where(rule => rule.Id != id)];
            bool found = left.Length < _rules.Length;
            Volatile.Write(ref _rules, left);
            return found;
        }
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Volatile.Write(ref _rules, []);
        }
    }

    bool IRequestFaults.RefusesConnection(string service) => AnyFires(FaultScope.Connection, service, null);

    bool IRequestFaults.RepeatsDelivery(string service, string eventType) => AnyFires(FaultScope.Delivery, service, eventType);

    Task IRequestFaults.InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        // Each rule counts what fits it, whether or not an earlier one lets the request through.
        Fault[] faults = [.. Volatile.Read(ref _rules).Where(rule => rule.Fires(point)).Select(static rule => rule.Fault)];
        return faults.Reverse().Aggregate(next, (inner, fault) => _ => fault.InvokeAsync(point, inner))(point.Http);
    }

    private bool AnyFires(FaultScope scope, string service, string? operationId) =>
        Volatile.Read(ref _rules).Count(rule => rule.Fires(scope, service, operationId)) > 0;

    private void CheckNames(FaultRule rule)
    {
        IReadOnlyList<EmulatedOperation> operations = _operations();
        if (rule.Service is { } service && service != UploadTargets.Service && operations.All(one => one.Service != service))
        {
            throw new ArgumentException(
                $"There is no service '{service}'; there are {string.Join(", ", operations.Select(static one => one.Service).Distinct())} and {UploadTargets.Service}.");
        }

        if (rule.Fault.Scope == FaultScope.Request
            && rule.OperationId is { } id
            && id != UploadTargets.OperationId
            && !operations.Any(one => one.OperationId == id && (rule.Service is null || one.Service == rule.Service)))
        {
            throw new ArgumentException($"There is no operation '{id}'{(rule.Service is null ? "" : $" in the service '{rule.Service}'")}.");
        }
    }
}
