using System.Text;
using Memti.Runs.Debugging.Wire;

namespace Memti.Runs.Tests.Debugging;

public sealed class PacketReaderTests
{
    [Theory]
    [InlineData("$g#67", "Packet g")]
    [InlineData("$#00", "Packet ")]
    [InlineData("+$g#67", "Packet g")]
    [InlineData("$g#68", "Damaged")]
    [InlineData("$g#6x", "Damaged")]
    [InlineData("$g#x7", "Damaged")]
    [InlineData("-", "Repeat")]
    [InlineData("\u0003", "Interrupt")]
    [InlineData("$qSup$g#67", "Packet g")]
    [InlineData("$X1,1:}\u0003#a0", "Packet X1,1:#")]
    [InlineData("$X1,1:}]#fa", "Packet X1,1:}")]
    [InlineData("$a}#de", "Damaged")]
    [InlineData("$g#67$?#3f", "Packet g Packet ?")]
    public void Bytes_are_read_as_the_protocol_says(string sent, string found) => Signals(Encoding.Latin1.GetBytes(sent)).ShouldBe(found);

    [Fact]
    public void A_body_of_any_bytes_comes_back() => Prop
        .ForAll<byte[]>(static bytes => Signals(PacketText.Frame(Encoding.Latin1.GetString(bytes))) == "Packet " + Encoding.Latin1.GetString(bytes))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_body_beyond_the_limit_is_refused_and_the_next_one_is_read()
    {
        byte[] tooLong = PacketText.Frame(new string('a', PacketReader.MaxLength + 1));
        byte[] longest = PacketText.Frame(new string('b', PacketReader.MaxLength));
        Signals([.. tooLong, .. longest]).ShouldBe("Damaged Packet " + new string('b', PacketReader.MaxLength));
    }

    [Fact]
    public void After_any_bytes_a_whole_packet_is_read()
    {
        var random = new Random(20_151_129);
        byte[] alphabet = [.. "$#+-}*:;,=gGmMXzZpPvqQRHTDk!?0123456789abcdef"u8, 0x03, 0x00, 0xff];
        var reader = new PacketReader();
        byte[] good = PacketText.Frame("?");
        for (int trial = 0; trial < 100_000; trial++)
        {
            for (int left = random.Next(24); left > 0; left--)
                reader.Take(alphabet[random.Next(alphabet.Length)]);
            // Of a packet that began before, the two digits of a sum may be missing: they take the next two bytes.
            reader.Take((byte)'+');
            reader.Take((byte)'+');
            Signals(reader, good).ShouldBe("Packet ?");
        }
    }

    private static string Signals(byte[] bytes) => Signals(new PacketReader(), bytes);

    private static string Signals(PacketReader reader, byte[] bytes) =>
        string.Join(' ', bytes
            .Select(value => (Signal: reader.Take(value), reader.Packet))
            .Where(static found => found.Signal != PacketSignal.None)
            .Select(static found => found.Signal == PacketSignal.Packet ? "Packet " + found.Packet : found.Signal.ToString()));
}
