using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Runs.Tests.Machines;

/// <summary>Options of a memory of 64 KiB, or of what it holds.</summary>
internal sealed class PlainOptions
{
    [Parameter("Time from an address to the data", Unit = "ns")]
    public SimTime ReadLatency { get; set; } = SimTime.FromNanoseconds(5);

    [Parameter("Energy to read a bit", Unit = "pj")]
    public Energy ReadPerBit { get; set; } = Energy.FromPicojoules(1);
}

/// <summary>A memory that is not volatile and whose every figure is an option or round.</summary>
internal sealed class PlainMemory(PlainOptions options) : IMemoryModel
{
    public MemoryFigures Size(MemoryRequest request) => new()
    {
        Capacity = request.Size > DataSize.Zero ? request.Size : DataSize.FromKibibytes(64),
        Volatile = false,
        Read = Bandwidth.FromGigabytesPerSecond(4),
        Write = Bandwidth.FromGigabytesPerSecond(4),
        ReadLatency = options.ReadLatency,
        WriteLatency = options.ReadLatency,
        ReadPerBit = options.ReadPerBit,
        WritePerBit = Energy.FromPicojoules(2),
    };
}
