namespace Memti.Simulation.Devices.Dma;

/// <summary>Copies bytes between memories in simulated time, one transfer at a time.</summary>
internal interface IDmaEngine
{
    /// <summary>Starts a transfer.</summary>
    /// <param name="source">Address of the first byte to read.</param>
    /// <param name="target">Address of the first byte to write.</param>
    /// <param name="bytes">Number of bytes, at least 1.</param>
    /// <param name="completed">Runs once at its end, never within this call; not after an abort.</param>
    /// <returns>False when no memory with power answers at one of the two ranges.</returns>
    bool TryStart(ulong source, ulong target, uint bytes, Action completed);

    /// <summary>Ends the transfer that is under way: what has moved has moved.</summary>
    void Abort();
}
