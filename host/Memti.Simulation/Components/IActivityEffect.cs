namespace Memti.Simulation.Components;

/// <summary>What an activity leaves behind in a component besides energy: wear, counted transfers, contents.</summary>
internal interface IActivityEffect
{
    /// <summary>The activity has begun. Ages of written cells count from here: the first cell is written at once.</summary>
    void Begin(Activity activity);

    /// <summary>The activity has ended. Amounts pass through <see cref="Activity.Share(long)"/>.</summary>
    void End(Activity activity);
}
