using Memti.Abstractions.Cells;

namespace Memti.Runs.Planning;

/// <summary>Learns from a memory how a byte lies in its cells: what it would ask a fault model for.</summary>
internal sealed class CapturedCells : IFaultModels
{
    private readonly Memti.Arrays.Faults.FaultModels _models = new();

    /// <summary>What the memory asked for; null before it has.</summary>
    public FaultRequest? Request { get; private set; }

    /// <inheritdoc />
    public IValueFaults For(FaultRequest request)
    {
        Request = request;
        return _models.For(request);
    }
}
