using Memti.Abstractions.Randomness;

namespace Memti.Abstractions.Cells;

/// <summary>
/// Selects the random numbers behind a set of faults. Equal seeds give equal faults in each cell, whatever was drawn before and by whom.
/// Derive a seed to decide how long faults last: one <see cref="Programming"/> epoch gives faults that persist from read to read until the
/// next write, and each <see cref="Reading"/> number gives fresh noise.
/// </summary>
/// <param name="Generator">The generator whose counters the draws use.</param>
public readonly record struct FaultSeed(Philox Generator)
{
    // Last counter word of derived keys; 0 belongs to the draws of faults.
    private const uint ProgrammingDomain = 1;
    private const uint ReadingDomain = 2;
    private const uint TrialDomain = 3;

    /// <summary>Seed of the faults in a memory region.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="name">Name of the faulty thing, such as <c>shared/faults</c>. Regions with one name share their faults.</param>
    public static FaultSeed Named(ulong seed, string name) => new(Philox.Named(seed, name));

    /// <summary>Seed of the faults made by programming: one draw per write, equal at every read.</summary>
    /// <param name="writeEpoch">Number of earlier writes.</param>
    public FaultSeed Programming(ulong writeEpoch) => Derive(writeEpoch, ProgrammingDomain);

    /// <summary>Seed of the faults of one read.</summary>
    /// <param name="read">Number of the read.</param>
    public FaultSeed Reading(ulong read) => Derive(read, ReadingDomain);

    /// <summary>Seed of the faults of one trial of an evaluation.</summary>
    /// <param name="trial">Number of the trial.</param>
    public FaultSeed Trial(ulong trial) => Derive(trial, TrialDomain);

    /// <summary>Derives a key. Draws use counters with a last word of 0 and keys use other values, so that both never meet.</summary>
    private FaultSeed Derive(ulong number, uint domain)
    {
        (uint key0, uint key1, _, _) = Generator.Block((uint)number, (uint)(number >> 32), 0, domain);
        return new(new Philox(key0, key1));
    }
}
