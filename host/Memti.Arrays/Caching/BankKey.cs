using System.Security.Cryptography;
using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;

namespace Memti.Arrays.Caching;

/// <summary>
/// Computes the cache key of a bank from everything that its solution depends on: the whole request with its cell, and the solver's code. A
/// test changes every property of a request in turn and requires another key.
/// </summary>
internal static class BankKey
{
    private const byte Absent = 0;
    private const byte Present = 1;

    /// <summary>SHA-256 over the request and the identity of the solver.</summary>
    public static byte[] Of(BankRequest request)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes))
        {
            writer.Write(SolverIdentity.Bytes.Span);
            Write(writer, request);
            Write(writer, request.Cell);
        }

        return SHA256.HashData(bytes.ToArray());
    }

    private static void Write(BinaryWriter writer, BankRequest request)
    {
        writer.Write(request.BitsPerCell);
        writer.Write(request.Cells);
        writer.Write(request.WordCells);
        writer.Write((int)request.Profile);
        writer.Write((int)request.Sensing);
        writer.Write(request.NodeNanometres);
        writer.Write((int)request.Roadmap);
        writer.Write(request.TemperatureKelvin);
        writer.Write(request.Driver is { } driver ? (int)driver : -1);
        writer.Write((int)request.Routing);
        writer.Write(request.Limits.Area);
        writer.Write(request.Limits.ReadLatency);
        writer.Write(request.Limits.WriteLatency);
        writer.Write(request.Limits.ReadEnergy);
        writer.Write(request.Limits.WriteEnergy);
        writer.Write(request.Limits.Leakage);
    }

    private static void Write(BinaryWriter writer, MemoryCell cell)
    {
        writer.Write(cell.Name);
        writer.Write((int)cell.Kind);
        writer.Write(cell.Description);
        writer.Write(cell.AreaF2);
        writer.Write(cell.AspectRatio);
        Write(writer, cell.NodeNanometres);
        writer.Write((int)cell.Access);
        writer.Write(cell.AccessWidthF);
        writer.Write(cell.AccessDropVolts);
        writer.Write(cell.AccessLeakageAmperes);
        writer.Write(cell.SramNmosWidthF);
        writer.Write(cell.SramPmosWidthF);
        writer.Write(cell.StitchCells);
        writer.Write(cell.OnOhms);
        writer.Write(cell.OffOhms);
        Write(writer, cell.OnAtSetOhms);
        Write(writer, cell.OffAtSetOhms);
        Write(writer, cell.OnAtResetOhms);
        Write(writer, cell.OffAtResetOhms);
        Write(writer, cell.OnAtHalfResetOhms);
        writer.Write(cell.OnFarads);
        writer.Write(cell.OffFarads);
        writer.Write((int)cell.ReadMode);
        Write(writer, cell.ReadVolts);
        Write(writer, cell.ReadAmperes);
        Write(writer, cell.ReadWatts);
        Write(writer, cell.ReadJoules);
        writer.Write(cell.MinimumSenseVolts);
        Write(writer, cell.RetentionVolts);
        Write(writer, cell.Set);
        Write(writer, cell.Reset);
        writer.Write(cell.SenseFingers);
        writer.Write(cell.MaximumBitsPerCell);
        Write(writer, cell.EnduranceCycles);
        Write(writer, cell.RetentionSeconds);
        Write(writer, cell.Levels, Write);
        Write(writer, cell.Numbers, Write);
    }

    private static void Write(BinaryWriter writer, WritePulse? pulse)
    {
        writer.Write(pulse is null ? Absent : Present);
        if (pulse is null)
            return;
        writer.Write((int)pulse.Mode);
        Write(writer, pulse.Volts);
        Write(writer, pulse.Amperes);
        writer.Write(pulse.Seconds);
        Write(writer, pulse.Joules);
    }

    private static void Write(BinaryWriter writer, LevelTable levels)
    {
        writer.Write(levels.BitsPerCell);
        Write(writer, levels.Means, static (to, mean) => to.Write(mean));
        Write(writer, levels.Sigmas, static (to, sigma) => to.Write(sigma));
        writer.Write((int)levels.Status);
        writer.Write(levels.Source);
    }

    private static void Write(BinaryWriter writer, CellNumber number)
    {
        writer.Write(number.Key);
        writer.Write(number.Value);
        writer.Write((int)number.Status);
        writer.Write(number.Source);
    }

    private static void Write<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (T item in items)
            write(writer, item);
    }

    private static void Write(BinaryWriter writer, double? value)
    {
        // A value follows even where there is none: all keys have the same layout, and null differs from 0.
        writer.Write(value is null ? Absent : Present);
        writer.Write(value ?? 0);
    }
}
