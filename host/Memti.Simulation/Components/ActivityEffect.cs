namespace Memti.Simulation.Components;

/// <summary>
/// What an activity leaves behind in a component besides energy: wear, counted transfers, contents. A class, because calls through an
/// interface with many implementations take three times as long, and there are dozens per frame.
/// </summary>
internal abstract class ActivityEffect
{
    /// <summary>The activity has begun. Ages of written cells count from here: the first cell is written at once.</summary>
    public virtual void Begin(Activity activity)
    {
    }

    /// <summary>The activity has ended. Amounts pass through <see cref="Activity.Share(long)"/>.</summary>
    public virtual void End(Activity activity)
    {
    }
}
