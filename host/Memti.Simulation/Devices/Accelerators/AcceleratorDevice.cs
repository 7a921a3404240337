using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;
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
    private readonly ActivityPlan?[] _plans;
    private readonly int _inferences;
    private Action? _done;

    /// <param name="machine">The machine.</param>
    /// <param name="layout">The system.</param>
    /// <param name="memories">Its memories.</param>
    /// <param name="place">Place of the accelerator among all.</param>
    public AcceleratorDevice(Machine machine, SystemLayout layout, MemoryDevice[] memories, int place)
        : base(machine, layout.Accelerators[place])
    {
        (_layout, _memories) = (layout, memories);
        _plans = [.. layout.Programs.Select((_, task) => layout.ProgramOn(task, place) is { } program ? PlanOf(program) : null)];
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
        ActivityPlan plan = _plans[task]!;
        bool takesTime = _inference.Begin(plan, task, slot, plan.Joules, plan.Duration + exposed);
        if (!takesTime)
            Count(task);
        return takesTime;
    }

    /// <inheritdoc />
    public void Abandon() => _done = null;

    /// <summary>True while an inference is under way.</summary>
    public bool IsAtWork => _inference.IsActive;

    /// <summary>Picoseconds that the inference under way still takes; 0 without one.</summary>
    public long Left => _inference.IsActive ? _inference.Left : 0;

    /// <summary>The task of the inference under way; -1 for none.</summary>
    public int TaskAtWork => _inference.IsActive ? _inference.Task : -1;

    /// <summary>The slot that the inference under way reads; -1 for none.</summary>
    public int SlotAtWork => _inference.IsActive ? _inference.Slot : -1;

    /// <summary>True for a task that the accelerator can run.</summary>
    public bool CanRun(int task) => _plans[task] is not null;

    /// <summary>Gives up the inference under way, as at the end of a run.</summary>
    public void Abort() => _inference.Abort();

    /// <summary>Cost and activity of a part of an inference.</summary>
    /// <param name="part">The part as a task of its own.</param>
    public (InferenceRecipe Recipe, ActivityPlan Plan) PlanOf(TaskProgram part)
    {
        var recipe = new InferenceRecipe(part, _layout, Id);
        return (recipe, PlanOf(part, recipe));
    }

    private void Complete()
    {
        Count(_inference.Task);
        _done!();
    }

    private ActivityPlan PlanOf(ProgramRecipe program) => PlanOf(program.Task, program.Inference);

    private ActivityPlan PlanOf(TaskProgram task, InferenceRecipe inference) => new()
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
            .. RegionReads.Of(task, _layout).Select(reads => new InferenceReads(_memories[reads.Memory], reads)),
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
