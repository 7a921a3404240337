using System.Buffers.Binary;
using System.Text;
using Memti.Plugins.Adapters.Tests.Tensors.Networks;
using Memti.Tensors.Formats;
using Memti.Tensors.Networks;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Formats;

public sealed class SafeTensorsTests
{
    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        StateDict state = new();
        state.Add(new StateTensor("a", [2], Floats(1, -2)));
        state.Add(new StateTensor("b", [1, 1], Floats(0.5f)));
        const string header =
            """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1,1],"data_offsets":[8,12]}}""";
        string padded = header.PadRight((header.Length + 7) / 8 * 8);
        byte[] expected = [
            (byte)padded.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(padded), 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0x3F
        ];
        Written(state).ShouldBe(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_written_is_read_again(bool halfPrecision) =>
        Prop.ForAll<float[], NonNull<string>>((values, name) =>
        {
            float[] stored = [.. values.Select(value => halfPrecision ? (float)(Half)value : value)];
            StateDict state = new();
            state.Add(new StateTensor(name.Get.Replace("\0", "", StringComparison.Ordinal) + "x", [values.Length], values));
            state.Add(new StateTensor("one", [], Floats(3)));
            byte[] bytes = Written(state, halfPrecision);
            StateDict read = SafeTensors.Read(new MemoryStream(bytes));
            return read.Tensors[0].Values.ToArray().SequenceEqual(stored)
                && read.Tensors[1].Values.Span[0] == 3
                && Written(read, halfPrecision).SequenceEqual(bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_precision_rounds_to_even()
    {
        StateDict state = new();
        state.Add(new StateTensor("a", [2], Floats(1 + (1f / 2048), 1 + (3f / 2048))));
        SafeTensors.Read(new MemoryStream(Written(state, halfPrecision: true))).Tensors[0].Values
            .ToArray()
            .ShouldBe(Floats(1, 1 + (2f / 1024)));
    }

    [Fact]
    public void Metadata_is_passed_over() =>
        Read("""{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4).Tensors
            .Single().Name
            .ShouldBe("a");

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,99999999999999999999]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647,2147483647,4],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"I65","shape":[1],"data_offsets":[0,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":3,"shape":[1],"data_offsets":[0,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 6)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 4)]
    [InlineData("""{"a":{"dtype":"F32","shape":{},"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":7}""", 0)]
    [InlineData("""{"a":""", 0)]
    [InlineData("""[]""", 0)]
    [InlineData("", 0)]
    public void A_hostile_header_is_refused(string header, int dataBytes) =>
        Should.Throw<TensorFormatException>(() => Read(header, dataBytes));

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_ends()
    {
        StateDict state = new();
        state.Add(new StateTensor("a", [3], Floats(1, 2, 3)));
        byte[] bytes = Written(state);
        for (int length = 0; length < bytes.Length; length++)
            Should.Throw<TensorFormatException>(() => SafeTensors.Read(new MemoryStream(bytes[..length])));
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 40)]
    [InlineData(16_000_000UL)]
    public void Nothing_is_allocated_on_the_word_of_a_header(ulong length)
    {
        byte[] bytes = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<TensorFormatException>(() => SafeTensors.Read(new MemoryStream(bytes)));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused() =>
        Should.Throw<TensorFormatException>(() => SafeTensors.Read(new MemoryStream(new byte[1000]), mostBytes: 999));

    [Fact]
    public void A_network_takes_what_it_wrote_and_refuses_what_does_not_fit()
    {
        using ResidualNetwork network = new(Sample.Options()), other = new(Sample.Options() with { Seed = 8 });
        StateDict shared = network.ReadStateDict(static tensor => tensor.Role == TensorRole.Convolution);
        other.WriteStateDict(SafeTensors.Read(new MemoryStream(Written(shared))));
        foreach (NetworkTensor tensor in network.Tensors)
            Sample.Read(tensor)
                .SequenceEqual(Sample.Read(other[tensor.Name]))
                .ShouldBe(tensor.Role is not (TensorRole.Adapter or TensorRole.ClassifierWeight or TensorRole.ClassifierBias));
        StateDict wrong = new();
        wrong.Add(new StateTensor("stem.conv.weight", [8, 3, 3], new float[72]));
        Should.Throw<TensorFormatException>(() => other.WriteStateDict(wrong));
        StateDict unknown = new();
        unknown.Add(new StateTensor("stem.conv.bias", [1], new float[1]));
        Should.Throw<TensorFormatException>(() => other.WriteStateDict(unknown));
    }

    private static float[] Floats(params float[] values) => values;

    private static byte[] Written(StateDict state, bool halfPrecision = false)
    {
        using MemoryStream stream = new();
        SafeTensors.Write(stream, state, halfPrecision);
        return stream.ToArray();
    }

    private static StateDict Read(string header, int dataBytes)
    {
        byte[] text = Encoding.UTF8.GetBytes(header), length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return SafeTensors.Read(new MemoryStream([.. length, .. text, .. new byte[dataBytes]]));
    }
}
