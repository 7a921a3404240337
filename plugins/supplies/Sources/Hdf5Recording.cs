using System.Buffers.Binary;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using PureHDF;
using PureHDF.VOL.Native;

namespace Memti.Plugins.Supplies.Sources;

/// <summary>
/// Reads HDF5 files of two kinds. Shepherd: <c>data/time</c> in ns, <c>data/voltage</c> and <c>data/current</c> as whole numbers with the
/// attributes <c>gain</c> and <c>offset</c>. Bonito: <c>time</c> in s and <c>data/node0</c>, ... in W.
/// </summary>
internal static class Hdf5Recording
{
    private const string Kinds = "data/time, data/voltage and data/current (Shepherd), or time and data/node0 (Bonito)";

    /// <summary>Bytes that a byte of a file may stand for: the limit of Deflate.</summary>
    private const ulong MostCompression = 1032;

    /// <summary>The first eight bytes: 0x89, HDF, CR, LF, 0x1a, LF.</summary>
    private const ulong Signature = 0x8948_4446_0d0a_1a0a;

    /// <summary>True for a file that begins as HDF5 files do.</summary>
    public static bool Is(ScenarioFile file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file.Path);
            Span<byte> start = stackalloc byte[8];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && BinaryPrimitives.ReadUInt64BigEndian(start) == Signature;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw RecordingError.Unreadable(file, error);
        }
    }

    public static Recording Read(ScenarioFile file, HarvesterOptions options)
    {
        try
        {
            using var root = H5File.OpenRead(file.Path);
            return new([.. Samples(root, file, options)], IsIrradiance: false);
        }
        catch (Exception error) when (error is not MemtiException)
        {
            // The library throws plain exceptions for whatever a damaged file makes it meet. One of them is that memory is short: it
            // reserves what a broken length says before it reads.
            throw RecordingError.Of(file, $"cannot be understood as HDF5 ({error.Message.TrimEnd('.')})", Kinds);
        }
    }

    private static IEnumerable<Sample> Samples(NativeFile root, ScenarioFile file, HarvesterOptions options)
    {
        bool isShepherd = root.LinkExists("data/voltage") && root.LinkExists("data/current") && root.LinkExists("data/time");
        string power = $"data/{options.Node}";
        if (!isShepherd && !(root.LinkExists("time") && root.LinkExists(power)))
            throw RecordingError.Of(file, $"has neither a voltage and a current nor '{power}'", Kinds);
        double[] times = Whole(root, isShepherd ? "data/time" : "time", file);
        double[] volts = isShepherd ? Scaled(root, "data/voltage", file) : [];
        double[] values = isShepherd ? Scaled(root, "data/current", file) : Whole(root, power, file);
        if (values.Length != times.Length || (isShepherd && volts.Length != times.Length))
            throw RecordingError.Of(file, $"has {times.Length} times and {values.Length} values", "as many values as times");
        double unit = isShepherd ? 1e-9 : 1;
        for (int sample = 0; sample < times.Length; sample++)
            yield return new(
                (times[sample] - times[0]) * unit,
                isShepherd ? volts[sample] : 0,
                isShepherd ? volts[sample] * values[sample] : values[sample],
                sample + 1);
    }

    private static double[] Scaled(NativeFile root, string name, ScenarioFile file)
    {
        IH5Dataset data = root.Dataset(name);
        double gain = data.AttributeExists("gain") ? data.Attribute("gain").Read<double>() : 1;
        double offset = data.AttributeExists("offset") ? data.Attribute("offset").Read<double>() : 0;
        return Array.ConvertAll(Whole(root, name, file), value => (value * gain) + offset);
    }

    private static double[] Whole(NativeFile root, string name, ScenarioFile file)
    {
        IH5Dataset data = root.Dataset(name);
        ulong count = data.Space.Dimensions.Aggregate(1UL, static (all, one) => all * one);
        if (count is 0 or > CsvRecording.MostSamples)
            throw RecordingError.Of(file, $"has {count} samples in '{name}'", $"1 to {CsvRecording.MostSamples}");
        // A broken size would reserve memory for samples that no file of this length can hold.
        if (count * (ulong)data.Type.Size > (ulong)new FileInfo(file.Path).Length * MostCompression)
            throw RecordingError.Of(file, $"has {count} samples in '{name}'", "what a file of its length can hold");
        return (data.Type.Class, data.Type.Size) switch
        {
            (H5DataTypeClass.FloatingPoint, 4) => Array.ConvertAll(data.Read<float[]>(), static value => (double)value),
            (H5DataTypeClass.FloatingPoint, 8) => data.Read<double[]>(),
            (H5DataTypeClass.FixedPoint, 4) => Array.ConvertAll(data.Read<uint[]>(), static value => (double)value),
            (H5DataTypeClass.FixedPoint, 8) => Array.ConvertAll(data.Read<ulong[]>(), static value => (double)value),
            _ => throw RecordingError.Of(file, $"has '{name}' in a form of {data.Type.Size} bytes", "numbers of 4 or 8 bytes"),
        };
    }
}
