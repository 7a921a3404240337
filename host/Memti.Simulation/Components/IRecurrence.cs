namespace Memti.Simulation.Components;

/// <summary>Somebody who waits for the first period of a run, even where nothing is skipped.</summary>
internal interface IRecurrence
{
    /// <summary>True while a period would still be useful.</summary>
    bool IsOpen { get; }

    /// <summary>True while something is measured that a skip would disturb.</summary>
    bool IsMeasuring { get; }

    /// <summary>A frame is about to be delivered.</summary>
    void Pass(long frame);

    /// <summary>The state equals that of the mark.</summary>
    void Recur(Int128 mark);

    /// <summary>Something happened that does not recur.</summary>
    void Disturb();
}
