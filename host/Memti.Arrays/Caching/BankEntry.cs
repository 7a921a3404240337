using System.Security.Cryptography;
using Memti.Abstractions.Arrays;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Arrays.Caching;

/// <summary>
/// Serialises a solution as a cache entry: a mark, the key, the solution, and SHA-256 over all of these. Doubles are stored as their 64
/// bits, so reading returns exactly what was written.
/// </summary>
internal static class BankEntry
{
    private const uint Mark = 0x314B424D; // "MBK1": another form of entry gets another mark
    private const int HashBytes = 32;
    /// <summary>Most winners accepted from a file: a bound on allocation, above the number of targets.</summary>
    private const int MostWinners = 64;

    /// <summary>Writes the entry of a solution.</summary>
    /// <param name="key">The <see cref="BankKey"/> of its request.</param>
    /// <param name="solution">A solution without a Pareto front.</param>
    public static byte[] Write(byte[] key, BankSolution solution)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(Mark);
        writer.Write(key);
        writer.Write(solution.Tried);
        writer.Write(solution.Winners.Count);
        foreach ((ArrayTarget target, SolvedBank bank) in solution.Winners)
        {
            writer.Write((int)target);
            Write(writer, bank);
        }

        writer.Write(solution.Rejections.Count);
        foreach ((Rejection reason, long count) in solution.Rejections)
        {
            writer.Write((int)reason);
            writer.Write(count);
        }

        writer.Flush();
        writer.Write(SHA256.HashData(bytes.ToArray()));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads the solution of an entry; null unless it is a complete entry of this key.</summary>
    public static BankSolution? Read(byte[] entry, byte[] key)
    {
        int content = entry.Length - HashBytes;
        if (content < sizeof(uint) + HashBytes || !SHA256.HashData(entry.AsSpan(0, content)).AsSpan().SequenceEqual(entry.AsSpan(content)))
            return null;
        try
        {
            using BinaryReader reader = new(new MemoryStream(entry, 0, content));
            return reader.ReadUInt32() == Mark && reader.ReadBytes(HashBytes).AsSpan().SequenceEqual(key) ? Read(reader) : null;
        }
        catch (EndOfStreamException)
        {
            return null; // the hash is right and the content too short: not an entry of this version
        }
    }

    private static BankSolution? Read(BinaryReader reader)
    {
        long tried = reader.ReadInt64();
        int winners = reader.ReadInt32();
        if (winners is < 0 or > MostWinners)
            return null;
        Dictionary<ArrayTarget, SolvedBank> banks = [];
        for (int winner = 0; winner < winners; winner++)
            banks.Add((ArrayTarget)reader.ReadInt32(), ReadBank(reader));
        Dictionary<Rejection, long> rejections = [];
        for (int reasons = reader.ReadInt32(); reasons > 0; reasons--)
            rejections.Add((Rejection)reader.ReadInt32(), reader.ReadInt64());
        return new BankSolution(banks, [], tried, rejections);
    }

    private static void Write(BinaryWriter writer, SolvedBank bank)
    {
        Write(writer, bank.Organisation);
        writer.Write(bank.SubarrayRows);
        writer.Write(bank.SubarrayColumns);
        writer.Write(bank.Cells);
        writer.Write(bank.WordCells);
        writer.Write(bank.Height);
        writer.Write(bank.Width);
        writer.Write(bank.AreaEfficiency);
        writer.Write(bank.ReadLatency);
        writer.Write(bank.WriteLatency);
        writer.Write(bank.SetLatency);
        writer.Write(bank.ResetLatency);
        writer.Write(bank.ReadEnergy);
        writer.Write(bank.WriteEnergy);
        writer.Write(bank.SetEnergy);
        writer.Write(bank.ResetEnergy);
        writer.Write(bank.DriveLatency);
        writer.Write(bank.DriveEnergy);
        writer.Write(bank.Leakage);
        writer.Write(bank.CellLeakage);
        Write(writer, bank.Standby);
        writer.Write(bank.ReadBandwidth);
        writer.Write(bank.WriteBandwidth);
        writer.Write(bank.HTreeLatency);
        writer.Write(bank.MatLatency);
        writer.Write(bank.PredecoderLatency);
        writer.Write(bank.RowDecoderLatency);
        writer.Write(bank.BitlineLatency);
        writer.Write(bank.SenseLatency);
        writer.Write(bank.MuxLatency);
        writer.Write(bank.HTreeEnergy);
        writer.Write(bank.MatReadEnergy);
    }

    // Initialisers run in textual order, which must be the order of the bytes.
    private static SolvedBank ReadBank(BinaryReader reader) => new()
    {
        Organisation = ReadOrganisation(reader),
        SubarrayRows = reader.ReadInt64(),
        SubarrayColumns = reader.ReadInt64(),
        Cells = reader.ReadInt64(),
        WordCells = reader.ReadInt32(),
        Height = reader.ReadDouble(),
        Width = reader.ReadDouble(),
        AreaEfficiency = reader.ReadDouble(),
        ReadLatency = reader.ReadDouble(),
        WriteLatency = reader.ReadDouble(),
        SetLatency = reader.ReadDouble(),
        ResetLatency = reader.ReadDouble(),
        ReadEnergy = reader.ReadDouble(),
        WriteEnergy = reader.ReadDouble(),
        SetEnergy = reader.ReadDouble(),
        ResetEnergy = reader.ReadDouble(),
        DriveLatency = reader.ReadDouble(),
        DriveEnergy = reader.ReadDouble(),
        Leakage = reader.ReadDouble(),
        CellLeakage = reader.ReadDouble(),
        Standby = ReadStandby(reader),
        ReadBandwidth = reader.ReadDouble(),
        WriteBandwidth = reader.ReadDouble(),
        HTreeLatency = reader.ReadDouble(),
        MatLatency = reader.ReadDouble(),
        PredecoderLatency = reader.ReadDouble(),
        RowDecoderLatency = reader.ReadDouble(),
        BitlineLatency = reader.ReadDouble(),
        SenseLatency = reader.ReadDouble(),
        MuxLatency = reader.ReadDouble(),
        HTreeEnergy = reader.ReadDouble(),
        MatReadEnergy = reader.ReadDouble(),
    };

    private static void Write(BinaryWriter writer, StandbyFigures standby)
    {
        writer.Write(standby.RailFarads);
        writer.Write(standby.WakeEnergy);
        writer.Write(standby.WakeLatency);
        writer.Write(standby.RetentionPower is not null);
        writer.Write(standby.RetentionPower ?? 0);
        writer.Write(standby.OffPower);
        writer.Write(standby.RefreshPower);
    }

    private static StandbyFigures ReadStandby(BinaryReader reader)
    {
        (double rail, double energy, double latency) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        (bool retains, double retention) = (reader.ReadBoolean(), reader.ReadDouble());
        return new StandbyFigures(rail, energy, latency, retains ? retention : null, reader.ReadDouble(), reader.ReadDouble());
    }

    private static void Write(BinaryWriter writer, Organisation organisation)
    {
        writer.Write(organisation.MatRows);
        writer.Write(organisation.MatColumns);
        writer.Write(organisation.ActiveMatRows);
        writer.Write(organisation.ActiveMatColumns);
        writer.Write(organisation.SubarrayRows);
        writer.Write(organisation.SubarrayColumns);
        writer.Write(organisation.ActiveSubarrayRows);
        writer.Write(organisation.ActiveSubarrayColumns);
        writer.Write(organisation.SenseMux);
        writer.Write(organisation.OutputMux1);
        writer.Write(organisation.OutputMux2);
        writer.Write((int)organisation.Driver);
    }

    private static Organisation ReadOrganisation(BinaryReader reader) => new()
    {
        MatRows = reader.ReadInt32(),
        MatColumns = reader.ReadInt32(),
        ActiveMatRows = reader.ReadInt32(),
        ActiveMatColumns = reader.ReadInt32(),
        SubarrayRows = reader.ReadInt32(),
        SubarrayColumns = reader.ReadInt32(),
        ActiveSubarrayRows = reader.ReadInt32(),
        ActiveSubarrayColumns = reader.ReadInt32(),
        SenseMux = reader.ReadInt32(),
        OutputMux1 = reader.ReadInt32(),
        OutputMux2 = reader.ReadInt32(),
        Driver = (DriverStyle)reader.ReadInt32(),
    };
}
