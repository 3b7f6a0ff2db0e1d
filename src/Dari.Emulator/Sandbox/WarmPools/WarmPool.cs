using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.WarmPools;

/// <summary>Machines that stand ready for fast starts.</summary>
internal sealed class WarmPool
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _warmUp;
    private readonly DateTimeOffset _createdAt;
    private PoolRequest _settings;
    private List<PoolMachine> _machines = [];
    private string _state = "enabled";
    private DateTimeOffset _updatedAt;
    private int _generation = 1;
    private int _claimed;

    public WarmPool(PoolRequest request, TimeProvider clock, TimeSpan warmUp)
    {
        _settings = new PoolRequest { CheckoutPolicy = "prefer", VersionPolicy = "track_tag", MinReady = 0 }.With(request);
        _settings.Check();
        _clock = clock;
        _warmUp = warmUp;
        _createdAt = _updatedAt = clock.GetUtcNow();
        Fill(_createdAt + warmUp);
    }

    public string Id { get; } = Ids.New("twp_", 8);

    public DateTimeOffset CreatedAt => _createdAt;

    /// <summary>How creates use it when they do not say.</summary>
    public string CheckoutPolicy => _settings.CheckoutPolicy!;

    /// <summary>Held by the store while a pool is read or changed.</summary>
    public Lock Gate { get; } = new();

    private int Target => _state == "enabled" ? _settings.MinReady ?? 0 : 0;

    /// <summary>Changes it; another template or size means new machines.</summary>
    public void Change(PoolRequest change)
    {
        var changed = _settings.With(change);
        changed.Check();
        var isNewRollout = changed.TemplateRef != _settings.TemplateRef || changed.Resources != _settings.Resources;
        _settings = changed;
        if (isNewRollout)
        {
            _generation++;
            Drain();
        }

        Turn(_state);
    }

    /// <summary>Switches it on or off, or drains it.</summary>
    public void Turn(string state)
    {
        _state = state;
        _updatedAt = _clock.GetUtcNow();
        if (state != "enabled")
        {
            Drain();
        }

        Fill(_updatedAt + _warmUp);
    }

    /// <summary>Brings it to its wanted size now.</summary>
    public void Reconcile()
    {
        var now = _clock.GetUtcNow();
        _machines = [.. _machines.Select(machine =>
            machine.GoneAt is null && machine.ReadyAt > now ? machine with { ReadyAt = now } : machine)];
        Fill(now);
        var surplus = Counts().Ready - Math.Max(Target, 0);
        for (; surplus > 0; surplus--)
        {
            Take(now);
        }

        _updatedAt = now;
    }

    /// <summary>Takes a ready machine; another one is warmed up in its place.</summary>
    public bool TryClaim()
    {
        var now = _clock.GetUtcNow();
        if (_state != "enabled" || !Take(now))
        {
            return false;
        }

        _claimed++;
        Fill(now + _warmUp);
        return true;
    }

    /// <summary>Counts a claimed machine as gone.</summary>
    public void Release() => _claimed--;

    /// <summary>The counts of now.</summary>
    public PoolCounts Counts()
    {
        var now = _clock.GetUtcNow();
        _machines.RemoveAll(machine => machine.GoneAt <= now);
        var draining = _machines.Count(machine => machine.GoneAt is not null);
        var ready = _machines.Count(machine => machine.GoneAt is null && machine.ReadyAt <= now);
        return new PoolCounts(Target, ready, _machines.Count - draining - ready, _claimed, draining);
    }

    /// <summary>The pool as the service answers it.</summary>
    public JsonNode View()
    {
        var counts = Counts();
        var view = SandboxJson.Node(_settings).AsObject();
        view["id"] = Id;
        view["status"] = SandboxJson.Node(counts);
        view["state"] = _state;
        view["rollout_generation"] = _generation;
        view["reason"] = _state switch
        {
            "draining" => "drain_active",
            "disabled" => "controller_disabled",
            _ => counts.Ready < counts.Target ? "artifact_not_ready" : null,
        };
        view["created_at"] = Times.Text(_createdAt);
        view["updated_at"] = Times.Text(_updatedAt);
        return view;
    }

    private bool Take(DateTimeOffset now)
    {
        var ready = _machines.Find(machine => machine.GoneAt is null && machine.ReadyAt <= now);
        return ready is not null && _machines.Remove(ready);
    }

    private void Fill(DateTimeOffset readyAt)
    {
        for (var standing = _machines.Count(machine => machine.GoneAt is null); standing < Target; standing++)
        {
            _machines.Add(new PoolMachine(readyAt));
        }
    }

    private void Drain()
    {
        var gone = _clock.GetUtcNow() + _warmUp;
        _machines = [.. _machines.Select(machine => machine.GoneAt is null ? machine with { GoneAt = gone } : machine)];
    }
}
