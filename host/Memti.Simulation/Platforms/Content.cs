namespace Memti.Simulation.Platforms;

/// <summary>A content of a memory and its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Number of the slot, or of the task of the set; 0 otherwise.</param>
/// <param name="Offset">Its first byte.</param>
/// <param name="Bytes">Its bytes.</param>
internal readonly record struct Content(ContentKind Kind, int Index, long Offset, long Bytes)
{
    public long End => Offset + Bytes;

    /// <summary>True when it has exactly this place.</summary>
    public bool Is(long offset, long bytes) => Offset == offset && Bytes == bytes;
}
