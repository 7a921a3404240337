namespace Memti.Abstractions.Processors;

/// <summary>Receives calls and returns of firmware, for profiles and traces.</summary>
public interface ICoreObserver
{
    /// <summary>A call, or the entry of a trap.</summary>
    /// <param name="cycle">Cycle of the core after the instruction.</param>
    /// <param name="target">The first address of the callee.</param>
    /// <param name="returnsTo">Where it returns to.</param>
    void Called(long cycle, ulong target, ulong returnsTo);

    /// <summary>A return, also from a trap.</summary>
    /// <param name="cycle">Cycle of the core after the instruction.</param>
    /// <param name="target">Where execution continues.</param>
    void Returned(long cycle, ulong target);
}
