namespace Memti.Runs.Traces;

/// <summary>A variable of a VCD file: what was written last, and what is to be written.</summary>
internal sealed class VcdSignal
{
    /// <summary>Its declaration: type and width.</summary>
    public required string Type { get; init; }

    /// <summary>Its short name in the changes.</summary>
    public required byte[] Id { get; init; }

    /// <summary>The value to write, in the notation of its type and without its short name.</summary>
    public byte[] Next { get; } = new byte[80];

    /// <summary>Length of it.</summary>
    public int NextLength { get; set; }

    /// <summary>The value that was written last.</summary>
    public byte[] Last { get; } = new byte[80];

    /// <summary>Length of it; 0 before the first.</summary>
    public int LastLength { get; set; }

    /// <summary>True while it waits to be written.</summary>
    public bool IsPending { get; set; }

    /// <summary>True when the value to write differs from that written last.</summary>
    public bool HasChanged => !Next.AsSpan(0, NextLength).SequenceEqual(Last.AsSpan(0, LastLength));

    /// <summary>Notes that the value is written.</summary>
    public void Keep()
    {
        Next.AsSpan(0, NextLength).CopyTo(Last);
        LastLength = NextLength;
    }
}
