using Memti.Abstractions.Diagnostics;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Onnx;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Files broken at random give a network or a finding, in bounded memory.</summary>
public sealed class OnnxFuzzTests
{
    private const long MostBytes = 256L * 1024 * 1024;

    private static readonly byte[][] Sound =
    [
        .. ExporterGraphs.All.Values.Select(static graph => graph.Make().ToBytes()).Where(static bytes => bytes.Length < 4096),
        OnnxNetworks.Small().ToBytes(),
    ];

    [Fact]
    public void Files_broken_at_random_give_a_result_or_a_finding() => Break(seed: 1, inputs: 4000);

    [LongFact]
    public void A_million_files_broken_at_random_give_a_result_or_a_finding() => Break(seed: 2, inputs: 1_000_000);

    private static void Break(int seed, int inputs)
    {
        Random random = new(seed);
        for (int input = 0; input < inputs; input++)
        {
            byte[] broken = Broken(random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            NetworkResult result;
            using (MemoryStream stream = new(broken))
                result = OnnxFile.Read(stream, "a.onnx", NetworkInputs.None);
            (result.Table is null).ShouldBe(
                result.Findings.Any(static finding => finding.Severity == Severity.Error), $"input {input} of seed {seed}");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes, $"input {input} of seed {seed}");
        }
    }

    private static byte[] Broken(Random random)
    {
        List<byte> bytes = [.. Sound[random.Next(Sound.Length)]];
        for (int change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
            Change(random, bytes);
        return [.. bytes];
    }

    private static void Change(Random random, List<byte> bytes)
    {
        int place = random.Next(bytes.Count);
        int length = Math.Min(random.Next(1, 24), bytes.Count - place);
        switch (random.Next(6))
        {
            case 0: bytes[place] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[place] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(place, length); break;
            case 3: bytes.InsertRange(place, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
            case 4: bytes[place] = (byte)(0x80 | bytes[place]); break; // a longer number
            default:
                byte[] other = Sound[random.Next(Sound.Length)];
                int from = random.Next(other.Length);
                bytes.InsertRange(place, other[from..Math.Min(other.Length, from + (8 * length))]);
                break;
        }
    }
}
