using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Sweeps.Bases;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Points;

/// <summary>What a point came to: all metrics of each design, or why there are none.</summary>
/// <param name="Values">Metrics in the order of the catalog, NaN for none; shape [designs][metrics]. Empty after an error.</param>
/// <param name="Error">Why the point failed; null when it did not.</param>
internal sealed record PointRecord(double[][] Values, PointError? Error)
{
    /// <summary>Measures a point.</summary>
    /// <param name="start">What the point changes.</param>
    /// <param name="overrides">What it sets.</param>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static PointRecord Of(IStudyBase start, IReadOnlyList<string> overrides)
    {
        try
        {
            return new PointRecord(start.ValuesAt(overrides), null);
        }
        catch (MemtiException error)
        {
            return Failed(error.Diagnostic);
        }
    }

    /// <summary>A point that has no metrics.</summary>
    public static PointRecord Failed(Diagnostic finding) => new([], new PointError(finding.Code, finding.Message));

    /// <summary>Writes the record: a byte for its kind, the number of designs, and for each a mask of the metrics that it has with their
    /// values.</summary>
    public void Write(IBufferWriter<byte> writer)
    {
        if (Error is { } error)
        {
            writer.Write([(byte)0]);
            WriteText(writer, error.Code);
            WriteText(writer, error.Message);
            return;
        }

        writer.Write([(byte)1, (byte)Values.Length]);
        foreach (double[] design in Values)
            WriteDesign(writer, design);
    }

    /// <summary>Reads a record; null when it is not one of this catalog.</summary>
    public static PointRecord? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] == 0)
        {
            bytes = bytes[1..];
            return new PointRecord([], new PointError(ReadText(ref bytes), ReadText(ref bytes)));
        }

        double[][] values = new double[bytes[1]][];
        bytes = bytes[2..];
        for (int design = 0; design < values.Length; design++)
            values[design] = ReadDesign(ref bytes);
        return bytes.IsEmpty ? new PointRecord(values, null) : null;
    }

    private static int MaskSize => (MetricCatalog.All.Count + 7) / 8;

    private static void WriteDesign(IBufferWriter<byte> writer, double[] design)
    {
        Span<byte> mask = stackalloc byte[MaskSize];
        mask.Clear();
        for (int metric = 0; metric < design.Length; metric++)
            if (!double.IsNaN(design[metric]))
                mask[metric / 8] |= (byte)(1 << (metric % 8));
        writer.Write(mask);
        Span<byte> number = stackalloc byte[sizeof(double)];
        foreach (double value in design)
        {
            if (double.IsNaN(value))
                continue;
            BinaryPrimitives.WriteDoubleLittleEndian(number, value);
            writer.Write(number);
        }
    }

    private static double[] ReadDesign(ref ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> mask = bytes[..MaskSize];
        bytes = bytes[MaskSize..];
        double[] design = new double[MetricCatalog.All.Count];
        for (int metric = 0; metric < design.Length; metric++)
        {
            if ((mask[metric / 8] >> (metric % 8) & 1) == 0)
            {
                design[metric] = double.NaN;
                continue;
            }

            design[metric] = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
            bytes = bytes[sizeof(double)..];
        }

        return design;
    }

    private static void WriteText(IBufferWriter<byte> writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = writer.GetSpan(sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        writer.Advance(sizeof(int));
        writer.Write(bytes);
    }

    private static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        string text = Encoding.UTF8.GetString(bytes.Slice(sizeof(int), length));
        bytes = bytes[(sizeof(int) + length)..];
        return text;
    }
}
