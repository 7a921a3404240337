using Memti.Simulation.Components;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Platforms;

/// <summary>
/// Transfers of devices that wait for the data channel of one memory: each is an activity from the moment at which the channel is free to
/// the moment at which its last bit has moved.
/// </summary>
internal sealed class TransferQueue
{
    private readonly Machine _machine;
    private readonly Queue<(ActivityPlan Plan, long Duration, Action Completed)> _waiting = [];
    private readonly Activity _activity;
    private readonly int _nothingMoved;
    private readonly Action _lost;

    /// <param name="machine">The machine.</param>
    /// <param name="lost">Runs when a transfer ends early because its memory lost power.</param>
    public TransferQueue(Machine machine, Action lost)
    {
        (_machine, _lost) = (machine, lost);
        _activity = machine.NewActivity(EventPriority.Transfer, Complete, Lose);
        _nothingMoved = machine.Scheduler.Register(Complete);
    }

    /// <summary>Adds a transfer.</summary>
    /// <param name="plan">Its energy and effects.</param>
    /// <param name="duration">Picoseconds that it takes once the channel is free.</param>
    /// <param name="completed">Runs at its end, never within this call.</param>
    public void Add(ActivityPlan plan, long duration, Action completed)
    {
        _waiting.Enqueue((plan, duration, completed));
        if (_waiting.Count == 1)
            Next();
    }

    /// <summary>Ends the transfer under way, and forgets those that wait. Nobody is called.</summary>
    public void Abort()
    {
        Forget();
        _activity.Abort();
    }

    private void Next()
    {
        (ActivityPlan plan, long duration, _) = _waiting.Peek();
        if (!_activity.Begin(plan, _machine.Task, slot: -1, plan.Joules, duration))
            // Its end still comes later than the call that asked for it.
            _machine.Scheduler.Schedule(_machine.Now, EventPriority.Transfer, _nothingMoved);
    }

    private void Complete()
    {
        Action completed = _waiting.Dequeue().Completed;
        if (_waiting.Count > 0)
            Next();
        completed();
    }

    private void Lose()
    {
        // An abort from above has forgotten everything before.
        bool isWanted = _waiting.Count > 0;
        Forget();
        if (isWanted)
            _lost();
    }

    private void Forget()
    {
        _waiting.Clear();
        _machine.Scheduler.Cancel(_nothingMoved);
    }
}
