using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices.Accelerators;

/// <summary>The accelerator: runs inferences as their plans say.</summary>
internal sealed class AcceleratorDevice : Component, IInferenceEngine
{
    private readonly SystemLayout _layout;
    private readonly MemoryDevice[] _memories;
    private readonly Activity _inference;
    private readonly ActivityPlan[] _plans;
    private readonly int _inferences;
    private Action? _done;

    public AcceleratorDevice(Machine machine, SystemLayout layout, MemoryDevice[] memories)
        : base(machine, layout.Accelerator)
    {
        (_layout, _memories) = (layout, memories);
        _plans = [.. layout.Programs.Select((program, task) => PlanOf(task, program.Inference))];
        _inferences = machine.Tally.Reserve(_plans.Length);
        _inference = machine.NewActivity(EventPriority.Device, Complete, static () => { });
    }

    /// <summary>Number of completed inferences of a task.</summary>
    public long InferencesOf(int task) => (long)Machine.Tally[_inferences + task];

    /// <summary>Counts an inference that ran otherwise than by its plan: through registers.</summary>
    public void Count(int task) => Machine.Tally.Add(_inferences + task, 1);

    /// <inheritdoc />
    public bool Run(int task, int slot, long exposed, Action done)
    {
        _done = done;
        ActivityPlan plan = _plans[task];
        bool takesTime = _inference.Begin(plan, task, slot, plan.Joules, plan.Duration + exposed);
        if (!takesTime)
            Count(task);
        return takesTime;
    }

    /// <inheritdoc />
    public void Abandon() => _done = null;

    private void Complete()
    {
        Count(_inference.Task);
        _done!();
    }

    private ActivityPlan PlanOf(int task, InferenceRecipe inference) => new()
    {
        Kind = ActivityKind.Inference,
        Users = inference.Users,
        Joules = inference.Joules,
        Duration = inference.Duration,
        Postings =
        [
            new(Id, EnergyCause.Compute, inference.Compute),
            new(Id, EnergyCause.Clock, inference.Clock),
            .. inference.Traffic.Select(Posting),
        ],
        Counts = [.. inference.Traffic.Where(Reads).Select(CountOf)],
        Effects =
        [
            .. inference.Traffic
                .Where(static traffic => !Reads(traffic))
                .Select(traffic => Write(traffic, Math.Max(1, inference.FeatureWrites))),
            .. RegionReads.Of(_layout.System.Tasks[task], _layout).Select(reads => new InferenceReads(_memories[reads.Memory], reads)),
        ],
        Bits = inference.Traffic.Sum(static traffic => traffic.Bits),
    };

    private static bool Reads(PlannedTraffic traffic) => traffic.Direction == TransferDirection.Read;

    private static EnergyShare Posting(PlannedTraffic traffic) =>
        new(traffic.Part.Component, Reads(traffic) ? EnergyCause.Read : EnergyCause.Write, traffic.Energy);

    /// <summary>Wear by reads is counted by region.</summary>
    private ActivityCount CountOf(PlannedTraffic traffic) =>
        _memories[traffic.Part.Memory].Transfers.CountOf(traffic.Direction, traffic.Bits, traffic.Busy);

    /// <summary>Each layer with an output rewrites the first cells of the feature buffer.</summary>
    private MemoryAccess Write(PlannedTraffic traffic, int layers) =>
        new(_memories[traffic.Part.Memory], traffic.Direction, traffic.Bits, traffic.Busy) { Region = WearBook.Features, Passes = layers };
}
