using Memti.Abstractions.Randomness;

namespace Memti.Abstractions.Cells;

/// <summary>
/// Names the random numbers behind a set of faults. Equal seeds give equal faults, cell by cell, whatever was drawn before and by whom.
/// What a seed is derived for decides what the faults mean: the same <see cref="Programming"/> epoch gives faults that persist from read to
/// read until the cells are written again; a new <see cref="Reading"/> number gives each read noise of its own.
/// </summary>
/// <param name="Generator">The generator whose counters the draws use.</param>
public readonly record struct FaultSeed(Philox Generator)
{
    private const uint ProgrammingDomain = 1;
    private const uint ReadingDomain = 2;
    private const uint TrialDomain = 3;

    /// <summary>The faults of a memory region.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="name">Name of what is faulty, such as <c>shared/faults</c>; regions with one name share their faults.</param>
    public static FaultSeed Named(ulong seed, string name) => new(Philox.Named(seed, name));

    /// <summary>Faults made when the cells are programmed: one draw per write, the same at every read.</summary>
    /// <param name="writeEpoch">How often the cells were written before.</param>
    public FaultSeed Programming(ulong writeEpoch) => Derive(writeEpoch, ProgrammingDomain);

    /// <summary>Faults of one read.</summary>
    /// <param name="read">Number of the read.</param>
    public FaultSeed Reading(ulong read) => Derive(read, ReadingDomain);

    /// <summary>Faults of one trial of an evaluation over many.</summary>
    /// <param name="trial">Number of the trial.</param>
    public FaultSeed Trial(ulong trial) => Derive(trial, TrialDomain);

    /// <summary>Draws use counters whose last word is 0, derived keys use the others.</summary>
    private FaultSeed Derive(ulong number, uint domain)
    {
        (uint key0, uint key1, _, _) = Generator.Block((uint)number, (uint)(number >> 32), 0, domain);
        return new(new Philox(key0, key1));
    }
}
