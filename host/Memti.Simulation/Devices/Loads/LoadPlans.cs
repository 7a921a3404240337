using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Devices.Loads;

/// <summary>Plans of everything that moves parameters; those that recur are computed once.</summary>
internal sealed class LoadPlans
{
    private readonly SystemLayout _layout;
    private readonly MemoryDevice[] _memories;
    private readonly ActivityPlan[] _reloads;
    private readonly ActivityPlan[] _switches;
    private readonly Dictionary<(int There, int Comes), ActivityPlan> _replacements = [];
    private readonly Dictionary<WriteRecipe, ActivityPlan> _deployments = [];
    private readonly Replacements? _cost;

    public LoadPlans(SystemLayout layout, MemoryDevice[] memories)
    {
        (_layout, _memories) = (layout, memories);
        _cost = layout.Working?.Unit.Replacement is { } cost ? new(cost) : null;
        Shared = layout.SharedLoad is { } shared ? LoadOfShared(shared) : null!;
        bool loads = layout is { Working: not null, Backing: not null };
        _reloads = [.. loads ? layout.Programs.Select((program, task) => LoadOf(program, task, EnergyCause.Reload)) : []];
        _switches = [.. loads ? layout.Programs.Select((program, task) => LoadOf(program, task, EnergyCause.TaskSwitchWrite)) : []];
    }

    /// <summary>The load of the shared weights; null where they are never lost.</summary>
    public ActivityPlan Shared { get; }

    /// <summary>The load of a task's set into a slot, over what is there now.</summary>
    public ActivityPlan Set(int task, int slot)
    {
        TaskSlots slots = _memories[_layout.Working!.Memory].Slots!;
        if (!slots.IsLive(slot))
            return _reloads[task];
        return _cost is null ? _switches[task] : Replacement(slots.TaskIn(slot), task);
    }

    /// <summary>A write of new parameters from outside.</summary>
    /// <param name="write">Its cost.</param>
    /// <param name="region">Region of the target; null for the set of the task.</param>
    /// <param name="task">The task; -1 for shared weights.</param>
    public ActivityPlan Deployment(WriteRecipe write, int? region, int task)
    {
        if (_deployments.TryGetValue(write, out ActivityPlan? known))
            return known;
        MemoryDevice target = _memories[write.Target.Memory];
        return _deployments[write] = new()
        {
            Kind = ActivityKind.Deployment,
            Users = write.Users,
            Joules = write.Joules,
            Duration = write.Duration,
            Postings = [new(write.Target.Component, EnergyCause.Deploy, write.Energy)],
            Effects =
            [
                .. Contents(target, region),
                new MemoryAccess(target, TransferDirection.Write, write.Bits, write.Busy)
                {
                    Region = region ?? target.Wear.SetRegion(task),
                    Deploys = true,
                },
            ],
            Bits = write.Bits,
        };
    }

    /// <summary>A scrub, whose size depends on what the memory holds.</summary>
    public ActivityPlan Scrub(Part part, long bits, double joules)
    {
        (long read, long write) = (part.ReadTime(bits), part.WriteTime(bits));
        return new()
        {
            Kind = ActivityKind.Scrub,
            Users = [part.Component],
            Joules = joules,
            Duration = read + write,
            Postings = [new(part.Component, EnergyCause.Scrub, Quantity.Rontojoules(joules))],
            Effects = [new ScrubPass(_memories[part.Memory], bits, read, write)],
            Bits = bits,
        };
    }

    /// <summary>A transfer of data without a region of its own, at the cost of a load of that size.</summary>
    public static ActivityPlan Copy(MemoryDevice source, MemoryDevice target, long bits, EnergyCause cause)
    {
        TransferRecipe transfer = new(source.Part, target.Part, bits);
        return PlanOf(
            transfer,
            ActivityKind.Copy,
            cause,
            source,
            MemoryAccess.None,
            new MemoryAccess(target, TransferDirection.Write, bits, transfer.TargetBusy));
    }

    /// <summary>What becomes of contents that inferences read.</summary>
    private static IEnumerable<ActivityEffect> Contents(MemoryDevice target, int? region) => region switch
    {
        MemoryAccess.Slot => [new SlotFill(target.Slots!)],
        WearBook.Shared when target.LosesShared => [new SharedFill(target)],
        _ => [],
    };

    private ActivityPlan Replacement(int there, int comes)
    {
        if (_replacements.TryGetValue((there, comes), out ActivityPlan? known))
            return known;
        TransferRecipe transfer = _cost!.Of(there, comes, _layout.Programs[comes].Load!.Transfer);
        return _replacements[(there, comes)] = LoadOf(transfer, comes, EnergyCause.TaskSwitchWrite);
    }

    private ActivityPlan LoadOfShared(TransferRecipe transfer)
    {
        (MemoryDevice source, MemoryDevice target) = (_memories[transfer.Source.Memory], _memories[transfer.Target.Memory]);
        return PlanOf(
            transfer,
            ActivityKind.Load,
            EnergyCause.Reload,
            source,
            WearBook.Shared,
            new SharedFill(target),
            new MemoryAccess(target, TransferDirection.Write, transfer.Bits, transfer.TargetBusy) { Region = WearBook.Shared });
    }

    private ActivityPlan LoadOf(ProgramRecipe program, int task, EnergyCause cause) => LoadOf(program.Load!.Transfer, task, cause);

    private ActivityPlan LoadOf(TransferRecipe transfer, int task, EnergyCause cause)
    {
        (MemoryDevice source, MemoryDevice target) = (_memories[transfer.Source.Memory], _memories[transfer.Target.Memory]);
        return PlanOf(
            transfer,
            ActivityKind.Load,
            cause,
            source,
            source.Wear.SetRegion(task),
            new SlotFill(target.Slots!),
            new MemoryAccess(target, TransferDirection.Write, transfer.Bits, transfer.TargetBusy) { Region = MemoryAccess.Slot });
    }

    private static ActivityPlan PlanOf(
        TransferRecipe transfer,
        ActivityKind kind,
        EnergyCause cause,
        MemoryDevice source,
        int readRegion,
        params ActivityEffect[] effects)
    {
        bool wears = readRegion != MemoryAccess.None && source.Part.Figures.TotalWearPerRead > 0;
        MemoryAccess read = new(source, TransferDirection.Read, transfer.Bits, transfer.SourceBusy) { Region = readRegion };
        return new()
        {
            Kind = kind,
            Users = transfer.Users,
            Joules = transfer.Joules,
            Duration = transfer.Duration,
            Postings =
            [
                new(transfer.Source.Component, cause, transfer.SourceEnergy),
                new(transfer.Target.Component, cause, transfer.TargetEnergy),
            ],
            Counts = wears ? [] : [source.Transfers.CountOf(TransferDirection.Read, transfer.Bits, transfer.SourceBusy)],
            Effects = wears ? [read, .. effects] : effects,
            Bits = transfer.Bits,
        };
    }
}
