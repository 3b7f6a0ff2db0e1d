namespace Dari.Emulator.Faults;

/// <summary>A rule with its counts.</summary>
internal sealed class RuleCounter(string id, FaultRule rule)
{
    private readonly Lock _gate = new();
    private readonly Random _chance = new(rule.Seed);
    private readonly PathPattern? _path = rule.Path is null ? null : new PathPattern(rule.Path);
    private int _matched;
    private int _fired;

    public string Id => id;

    public Fault Fault => rule.Fault;

    public ActiveFault State
    {
        get
        {
            lock (_gate)
            {
                return new ActiveFault(id, rule, _matched, _fired);
            }
        }
    }

    public bool Fires(FaultPoint point) =>
        Fault.Scope == FaultScope.Request
        && Fits(rule.Service, point.Service)
        && Fits(rule.OperationId, point.OperationId)
        && (rule.Method is null || rule.Method.Equals(point.Http.Request.Method, StringComparison.OrdinalIgnoreCase))
        && _path?.Fits(point) != false
        && Count();

    public bool Fires(FaultScope scope, string service, string? operationId) =>
        Fault.Scope == scope && Fits(rule.Service, service) && Fits(rule.OperationId, operationId) && Count();

    private static bool Fits(string? wanted, string? found) => wanted is null || wanted == found;

    private bool Count()
    {
        lock (_gate)
        {
            _matched++;
            bool fires = _matched >= rule.Nth
                && (rule.Times is not { } times || _fired < times)
                && (rule.Probability >= 1 || _chance.NextDouble() < rule.Probability);
            _fired += fires ? 1 : 0;
            return fires;
        }
    }
}
