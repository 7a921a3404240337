using System.Buffers.Binary;
using System.Text;
using Memti.Tensors.Formats;

namespace Memti.Plugins.Adapters.Tests.Tensors.Formats;

/// <summary>Broken weight files are read or refused as a format.</summary>
public sealed class SafeTensorsFuzzTests
{
    private const string Header = """
        {"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},
        "b":{"dtype":"BF16","shape":[3],"data_offsets":[16,22]}}
        """;

    [Fact]
    public void Broken_files_are_read_or_refused() => FuzzedReader.Read(1, [File(Header, 22)], Read);

    // The length of the header is right, so that what breaks is the header.
    [Fact]
    public void Broken_headers_are_read_or_refused() =>
        FuzzedReader.Read(2, [Encoding.UTF8.GetBytes(Header)], static header => Read(File(header, 22)));

    [Fact]
    public void Oversized_headers_are_refused() => FuzzedReader.ReadOversized(Header, static header => Read(File(header, 22)));

    [Fact]
    public void Many_tensors_are_read_in_one_pass()
    {
        string tensors = string.Join(',', Enumerable.Range(0, 100_000).Select(
            static tensor => $"\"t{tensor}\":{{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[{4 * tensor},{(4 * tensor) + 4}]}}"));
        FuzzedReader.Watch(File($"{{{tensors}}}", 400_000), Read, "100,000 tensors");
    }

    private static byte[] File(string header, int values) => File(Encoding.UTF8.GetBytes(header), values);

    private static byte[] File(byte[] header, int values)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. new byte[values]];
    }

    private static void Read(byte[] file)
    {
        try
        {
            SafeTensors.Read(new MemoryStream(file)).Tensors.Count.ShouldBeGreaterThanOrEqualTo(0);
        }
        catch (TensorFormatException)
        {
            // What the plugin turns into a finding.
        }
    }
}
