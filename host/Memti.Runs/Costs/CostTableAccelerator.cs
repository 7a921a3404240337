using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Runs.Codes;

namespace Memti.Runs.Costs;

/// <summary>
/// An accelerator of which only the cost of a whole inference is known, by task: measured on a board, or given by another simulator. Its
/// inferences move nothing at the memories of the design: what they move is in the energy of the table.
/// </summary>
/// <param name="options">The table.</param>
internal sealed class CostTableAccelerator(CostTableOptions options) : IAccelerator
{
    private readonly CostTable _table = options.Costs is { Name.Length: > 0 } file
        ? CostTable.Read(file.Path, options.Rows)
        : throw new MemtiException(new Diagnostic(RunCodes.BadCostTable, "'costs' is missing; permitted: a CSV file of costs.")
        {
            Permitted = "a CSV file of costs",
        });

    /// <inheritdoc />
    public AcceleratorFigures Figures { get; } = new() { OnPower = options.On, OffPower = options.Off, WakeLatency = options.Wake };

    /// <inheritdoc />
    public InferencePlan Plan(Network network, Placement placement)
    {
        CostRow cost = _table.Of(network.Task);
        long own = network.Layers.Sum(static layer => layer.StoredTaskParameters) * network.TaskBits;
        long shared = network.Layers.Sum(static layer => layer.StoredSharedParameters) * network.SharedBits;
        return new InferencePlan
        {
            Duration = cost.Latency,
            Binding = "table",
            TimeModel = "cost_table",
            DynamicEnergy = cost.Energy,
            Traffic = [],
            Layers =
            [
                new LayerPlan
                {
                    Name = "inference",
                    Duration = cost.Latency,
                    TaskWeights = DataSize.FromBits(own),
                    SharedWeights = DataSize.FromBits(shared),
                    Output = DataSize.FromBits(8),
                    Binding = "table",
                },
            ],
        };
    }
}
