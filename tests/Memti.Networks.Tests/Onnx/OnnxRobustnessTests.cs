using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Onnx;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Broken files give findings, in bounded time and memory.</summary>
public sealed class OnnxRobustnessTests
{
    private static readonly byte[] Sound = OnnxNetworks.Small().ToBytes();

    [Fact]
    public void A_file_cut_off_anywhere_gives_a_result_or_a_finding()
    {
        for (int length = 0; length < Sound.Length; length++)
            Examine(Sound[..length]);
    }

    [Fact]
    public void A_file_with_any_bit_flipped_gives_a_result_or_a_finding()
    {
        for (int bit = 0; bit < Sound.Length * 8; bit++)
        {
            byte[] broken = [.. Sound];
            broken[bit / 8] ^= (byte)(1 << (bit % 8));
            Examine(broken);
        }
    }

    [Fact]
    public void Garbage_gives_a_finding() =>
        Prop.ForAll<byte[]>(static bytes => Examine(bytes ?? []) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Pieces_put_together_at_random_give_a_result_or_a_finding()
    {
        Random random = new(1);
        for (int trial = 0; trial < 2000; trial++)
        {
            int from = random.Next(Sound.Length);
            int to = random.Next(Sound.Length);
            Examine([.. Sound[..from], .. Sound[to..]]);
        }
    }

    [Theory]
    [InlineData(0, "byte 0")]
    [InlineData(40, "byte 40")]
    public void A_truncated_file_is_refused_with_the_place(int length, string place)
    {
        Diagnostic finding = Examine(Sound[..length]).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Value, finding.File).ShouldBe((NetworkCodes.OnnxUnreadable, place, "a.onnx"));
    }

    [Fact]
    public void A_text_that_is_no_model_is_refused() =>
        Examine("layer,kind,c,k\nfc,fc,1,1\n"u8.ToArray()).Findings.ShouldHaveSingleItem().Code.ShouldBe(NetworkCodes.OnnxUnreadable);

    [Fact]
    public void Weights_cost_no_memory()
    {
        const int Length = 64 * 1024 * 1024;
        using TemporaryFolder folder = new();
        string path = folder.Write("large.onnx", Large(Length));

        long before = GC.GetAllocatedBytesForCurrentThread();
        NetworkFile.Read(path).Layers.ShouldHaveSingleItem();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Length / 16);
    }

    [Fact]
    public void A_name_of_many_bytes_is_refused_before_there_is_room_for_it()
    {
        byte[] file = new Proto().Message(7, new Proto().Bytes(1, new Proto().Bytes(3, new byte[8 * 1024 * 1024]).ToBytes())).ToBytes();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Examine(file).Findings.ShouldHaveSingleItem().Code.ShouldBe(NetworkCodes.NetworkTooLarge);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void A_million_empty_names_are_too_many()
    {
        byte[] node = new byte[2_100_000];
        for (int index = 0; index < node.Length; index += 2)
            node[index] = (1 << 3) | 2;

        Examine(new Proto().Message(7, new Proto().Bytes(1, node)).ToBytes()).Findings
            .ShouldHaveSingleItem().Code
            .ShouldBe(NetworkCodes.NetworkTooLarge);
    }

    [Fact]
    public void Graphs_nested_beyond_all_measure_are_refused()
    {
        Proto graph = new();
        for (int level = 0; level < 200; level++)
            graph = new Proto().Message(
                1, new Proto().Text(1, "x").Text(4, "If").Message(5, new Proto().Text(1, "then_branch").Message(6, graph)));

        Examine(new Proto().Message(7, graph).ToBytes()).Findings
            .ShouldHaveSingleItem().Code
            .ShouldBe(NetworkCodes.OnnxUnreadable);
    }

    [Theory]
    [InlineData("Tile", 1_000_000_000)]
    [InlineData("Expand", long.MaxValue)]
    [InlineData("ConstantOfShape", long.MaxValue)]
    [InlineData("Pad", long.MaxValue)]
    [InlineData("Pad", long.MinValue)]
    public void Sizes_that_overflow_are_refused(string type, long size)
    {
        OnnxBuilder graph = new OnnxBuilder().Input("x", 1, 1, 1, 1).Conv("x", "c", 8, 1, 1)
            .Numbers("s", size, size, size, size).Numbers("p", 0, 0, 0, 0, size, size, size, size);

        graph.Node(type, type switch { "ConstantOfShape" => "s", "Pad" => "c p", _ => "c s" }, "y").Error().Code
            .ShouldBe(NetworkCodes.OnnxShape);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused_unread()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("large.onnx", []);
        using (FileStream file = File.OpenWrite(path))
            file.SetLength(NetworkLimits.OnnxBytes + 1);

        NetworkFile.Examine(path).Findings.ShouldHaveSingleItem().Code.ShouldBe(NetworkCodes.NetworkTooLarge);
    }

    private static byte[] Large(int length)
    {
        Proto weights = new Proto().Packed(1, 4096, 4096, 1, 1).Whole(2, 1).Text(8, "w").Bytes(9, new byte[length]);
        Proto shape = new Proto().Message(1, new Proto().Whole(1, 1))
            .Message(1, new Proto().Whole(1, 4096))
            .Message(1, new Proto().Whole(1, 7))
            .Message(1, new Proto().Whole(1, 7));
        Proto input = new Proto().Text(1, "x").Message(2, new Proto().Message(1, new Proto().Message(2, shape)));
        Proto node = new Proto().Text(1, "x").Text(1, "w").Text(2, "y").Text(4, "Conv");
        return new Proto().Message(7, new Proto().Message(1, node).Message(5, weights).Message(11, input)).ToBytes();
    }

    private static NetworkResult Examine(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        NetworkResult result = OnnxFile.Read(stream, "a.onnx", NetworkInputs.None);
        (result.Table is null).ShouldBe(result.Findings.Any(static finding => finding.Severity == Severity.Error));
        result.Findings.Count.ShouldBeLessThan(2);
        return result;
    }
}
