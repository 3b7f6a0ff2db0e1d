using System.Runtime.ExceptionServices;

namespace Dari.Http;

/// <summary>How the first attempt of a call ended, to be handed out once.</summary>
internal sealed class FirstAttempt(Reply? reply, ExceptionDispatchInfo? fault)
{
    private bool _isTaken;

    internal bool TryTake(out ValueTask<Reply> outcome)
    {
        outcome = default;
        if (_isTaken)
        {
            return false;
        }

        _isTaken = true;
        outcome = Outcome();
        return true;
    }

    private ValueTask<Reply> Outcome()
    {
        // Thrown anew, so that its stack is that of the attempt.
        fault?.Throw();
        return ValueTask.FromResult(reply!);
    }
}
