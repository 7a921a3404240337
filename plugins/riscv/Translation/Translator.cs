using System.Runtime.InteropServices;
using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>
/// Finds hot code, translates it and runs it. State, cycles and counters are those of the interpreter at every stop: translation changes
/// the speed alone.
/// </summary>
internal sealed unsafe class Translator : ICodeSource
{
    // How often a region is translated anew for what was learned.
    private const int MostVersions = 6;

    private const int MostInstructions = 800;
    private const int MostDoublings = 16;

    // The packed counts of a region have 21 bits each.
    private const int Slice = 1 << (CodeCost.Bits - 1);

    private readonly CoreState* _state;
    private readonly PageTable _pages;
    private readonly DecodedCode _code;
    private readonly DataWaits _waits;
    private readonly NativeBlock _frame = new(sizeof(RegionFrame));
    private readonly Dictionary<uint, RegionEntry> _entries = [];
    private readonly Dictionary<uint, int> _heat = [];
    private readonly LearnedCode _learned = new();
    private readonly Dictionary<uint, int> _versions = [];
    private readonly Dictionary<uint, int> _drops = [];
    private readonly Dictionary<uint, Region> _retired = [];

    // Counters of the memory that the region at hand lies in: regions do not span memories.
    private long* _memory;

    /// <summary>Creates a translator of a core.</summary>
    /// <param name="state">The core.</param>
    /// <param name="pages">Its page table.</param>
    /// <param name="code">Its decoded code.</param>
    /// <param name="waits">Wait states of data.</param>
    public Translator(CoreState* state, PageTable pages, DecodedCode code, DataWaits waits)
    {
        _state = state;
        (_pages, _code, _waits) = (pages, code, waits);
    }

    /// <summary>When code counts as hot.</summary>
    public TranslationPace Pace { get; set; } = TranslationPace.Default;

    /// <summary>Regions that are valid now.</summary>
    public IEnumerable<Region> Regions => _entries.Values.Select(static entry => entry.Region).Distinct();

    /// <summary>Regions translated so far.</summary>
    public int Translations { get; private set; }

    private RegionFrame* Frame => (RegionFrame*)_frame.Pointer;

    /// <summary>Runs translated code from the program counter on, as far as it goes.</summary>
    /// <returns>What the interpreter must do next.</returns>
    public NextStep Run()
    {
        while (_entries.TryGetValue(_state->Pc, out RegionEntry? entry))
        {
            Region region = entry.Region;
            long left = _state->Limit - _state->Cycle;
            if (left < region.Needs[entry.Number])
                return NextStep.ToLimit;
            RegionExit exit = Enter(region, entry.Number, (int)Math.Min(left, Slice));
            switch (exit.Kind)
            {
                case RegionExitKind.Unusual:
                    LearnStore(region, exit);
                    return NextStep.One;
                case RegionExitKind.Limit when left <= Slice: return NextStep.ToLimit;
                case RegionExitKind.Indirect: LearnTarget(region, exit); break;
            }

            if (_state->Cycle >= _state->Limit)
                return NextStep.None;
        }

        return NextStep.ToRegion;
    }

    /// <summary>Looks at what runs: call it behind a jump.</summary>
    public void Sample()
    {
        uint pc = _state->Pc;
        if (Revives(pc))
            return;
        int heat = _heat.GetValueOrDefault(pc) + 1;
        _heat[pc] = heat;
        if (heat == Pace.HotSamples << Math.Min(_drops.GetValueOrDefault(pc), MostDoublings))
            Translate(pc);
    }

    /// <summary>
    /// Retires what was translated from a range of addresses, because its instructions may have changed. It comes back when they are found
    /// to be the same: memories lose power every frame and keep their code, or get it again.
    /// </summary>
    public void Drop(uint address, long bytes)
    {
        foreach (Region region in Regions.Where(region => region.Touches(address, bytes)).ToArray())
        {
            Forget(region);
            foreach (uint block in region.Plan.Blocks.Keys)
                _retired[block] = region;
        }
    }

    /// <inheritdoc />
    public bool TryGet(uint pc, out Operation operation)
    {
        operation = default;
        Operation* slot = Slot(pc);
        if (slot is null || slot->Kind is OperationKind.None or OperationKind.Boundary || _pages.Of(pc)->Counters != _memory)
            return false;
        operation = *slot;
        if (operation.Kind == OperationKind.Translated)
            operation.Kind = operation.Original;
        operation.Original = default;
        return true;
    }

    private Operation* Slot(uint pc)
    {
        Operation* page = _code.Table[pc >> MemoryPage.Bits];
        return page is null ? null : page + ((pc & (MemoryPage.Bytes - 1)) >> 1);
    }

    private RegionExit Enter(Region region, int number, int cycles)
    {
        RegionFrame* frame = Frame;
        int left = cycles - region.Reserve;
        frame->Left = left;
        RegionExit exit = region.Exits[region.Code(_state, _state->Pages, frame, number)];
        (long instructions, long words, long active) = CodeCost.Unpack(frame->Packed - exit.Undone.Packed);
        long passed = left - frame->Left - exit.Undone.Cycles;
        _state->Cycle += passed;
        _state->Stalled += passed - active;
        _state->Instructions += instructions;
        region.Words[0] += words;
        if (exit.Kind is RegionExitKind.Jumps or RegionExitKind.Indirect)
            Land(exit.Kind == RegionExitKind.Indirect ? frame->Target : exit.Address);
        else
            _state->Pc = exit.Address;
        return exit;
    }

    private void Land(uint target)
    {
        _state->Pc = target;
        if ((target & 2) == 0)
            return;
        _state->Cycle += _code.Landing(target, out int stalls, out int words);
        _state->Stalled += stalls;
        if (words > 0)
            _pages.Of(target)->Counters[0] += words;
    }

    private void Translate(uint pc)
    {
        _memory = _pages.Of(pc)->Counters;
        int limit = MostInstructions;
        Region? region = null;
        while (region is null && limit > 0)
        {
            RegionPlan? plan = new RegionFinder(this, _learned, limit).Find(pc);
            if (plan is null)
                return;
            CodeCosts costs = new(_code, _pages.Of(pc)->ReadWaits, _waits);
            region = RegionCompiler.Compile(plan, costs, _waits, _memory);
            limit /= 2;
        }

        if (region is null || region.Needs.Max() >= Slice / 2)
            return;
        Translations++;
        Install(region);
    }

    private void Install(Region region)
    {
        for (int number = 0; number < region.Plan.Entries.Count; number++)
        {
            uint pc = region.Plan.Entries[number];
            if (number > 0 && _entries.ContainsKey(pc))
                continue;
            _entries[pc] = new RegionEntry(region, number);
            Operation* slot = Slot(pc);
            if (slot->Kind == OperationKind.Translated)
                continue;
            slot->Original = slot->Kind;
            slot->Kind = OperationKind.Translated;
        }
    }

    private void Forget(Region region)
    {
        foreach (uint pc in region.Plan.Entries)
        {
            if (!_entries.TryGetValue(pc, out RegionEntry? entry) || entry.Region != region)
                continue;
            _entries.Remove(pc);
            _heat.Remove(pc);
            Operation* slot = Slot(pc);
            if (slot is not null && slot->Kind == OperationKind.Translated)
                slot->Kind = slot->Original;
        }
    }

    // True when a block of a retired region begins here and its code is what it was.
    private bool Revives(uint pc)
    {
        if (!_retired.TryGetValue(pc, out Region? region))
            return false;
        bool matches = Matches(region);
        foreach (uint block in region.Plan.Blocks.Keys)
        {
            if (_retired.GetValueOrDefault(block) == region)
                _retired.Remove(block);

            // Code that changes again and again must be hotter each time.
            if (!matches)
                _drops[block] = _drops.GetValueOrDefault(block) + 1;
        }

        if (matches)
            Install(region);
        return matches;
    }

    // Decodes the code again, so that from now on stores into it are seen.
    private bool Matches(Region region)
    {
        foreach ((uint pc, Operation operation) in region.Plan.Blocks.Values.SelectMany(static block => block.Instructions))
        {
            if (!_code.TryGet(pc, out Operation now) || !AreSame(now with { Original = default }, operation))
                return false;
        }

        return true;
    }

    private static bool AreSame(in Operation left, in Operation right) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<Operation>(in left))
            .SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<Operation>(in right)));

    // A region that is often left by an indirect jump to code of its own is translated again, with this target.
    private void LearnTarget(Region region, RegionExit exit)
    {
        uint target = _state->Pc;
        if (_learned.Add(exit.Address, target) && !region.Plan.Targets[exit.Address].Contains(target) && ++exit.Missed == Pace.ManyMisses)
            TranslateAgain(region);
    }

    // The same for one that is often left by a store into a page with code.
    private void LearnStore(Region region, RegionExit exit)
    {
        if (!TryGet(exit.Address, out Operation operation) || !operation.Kind.IsStore())
            return;
        MemoryPage* page = _pages.Of(_state->X[operation.Rs1] + (uint)operation.Immediate);
        if (page->StoreBias != 0 || page->LoadBias == 0 || page->WriteWaits < 0 || ++exit.Missed != Pace.ManyMisses)
            return;
        _learned.AddNearStore(exit.Address);
        TranslateAgain(region);
    }

    private void TranslateAgain(Region region)
    {
        uint first = region.Plan.Entries[0];
        int version = _versions.GetValueOrDefault(first) + 1;
        _versions[first] = version;
        if (version > MostVersions)
            return;
        Forget(region);
        Translate(first);
    }
}
