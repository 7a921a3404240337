using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Arrays.Ecc;

namespace Memti.Arrays.Tests.Faults;

public sealed class ErrorCorrectionTests
{
    [Theory]
    [InlineData(4, 4)]
    [InlineData(8, 5)]
    [InlineData(16, 6)]
    [InlineData(32, 7)]
    [InlineData(64, 8)] // the (72, 64) code of memory modules
    [InlineData(128, 9)]
    public void Secded_needs_the_known_number_of_check_bits(int dataBits, int checkBits) =>
        new Secded(dataBits).CheckBits.ShouldBe(checkBits);

    [Theory] // Lin and Costello, Error Control Coding: table of BCH codes
    [InlineData(11, 1, 4)]
    [InlineData(7, 2, 8)]
    [InlineData(5, 3, 10)]
    [InlineData(21, 2, 10)]
    [InlineData(16, 3, 15)]
    [InlineData(45, 3, 18)]
    [InlineData(231, 3, 24)]
    [InlineData(64, 2, 14)]
    [InlineData(512, 4, 40)]
    public void Bch_needs_the_known_number_of_check_bits(int dataBits, int correctable, int checkBits) =>
        new Bch(dataBits, correctable).CheckBits.ShouldBe(checkBits);

    [Fact]
    public void The_generator_of_the_15_7_code_is_the_published_one() => // x^8 + x^7 + x^6 + x^4 + 1
        BchGenerator.Of(new BinaryField(4), 2).ShouldBe([1, 0, 0, 0, 1, 0, 1, 1, 1]);

    [Fact]
    public void Every_field_has_a_primitive_element()
    {
        for (int degree = 3; degree <= 14; degree++)
        {
            var field = new BinaryField(degree);
            Enumerable.Range(0, field.Order).Select(power => field.Power(power)).Distinct().Count().ShouldBe(field.Order);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(64)]
    public void Secded_corrects_every_single_and_notices_every_double_error(int dataBits)
    {
        var code = new Secded(dataBits);
        (byte[] data, byte[] check) = Word(code, 17);
        for (int first = 0; first < dataBits + code.CheckBits; first++)
        {
            (byte[] read, byte[] readCheck) = Flipped(code, data, check, first);
            code.Decode(read, readCheck).ShouldBe(1);
            read.ShouldBe(data);
            readCheck.ShouldBe(check);
            for (int second = first + 1; second < dataBits + code.CheckBits; second++)
            {
                (read, readCheck) = Flipped(code, data, check, first, second);
                code.Decode(read, readCheck).ShouldBe(IErrorCorrection.Uncorrectable);
            }
        }
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(16, 3)]
    public void Bch_corrects_every_error_it_promises_to(int dataBits, int correctable)
    {
        var code = new Bch(dataBits, correctable);
        (byte[] data, byte[] check) = Word(code, 99);
        for (int errors = 0; errors < 1 << (dataBits + code.CheckBits) && errors < 1 << 20; errors++)
        {
            int wrong = int.PopCount(errors);
            if (wrong > correctable)
                continue;
            (byte[] read, byte[] readCheck) = Flipped(
                code, data, check, [.. Enumerable.Range(0, 31).Where(bit => (errors >> bit & 1) == 1)]);
            code.Decode(read, readCheck).ShouldBe(wrong);
            read.ShouldBe(data);
        }
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(64, 2)]
    [InlineData(100, 5)]
    [InlineData(512, 4)]
    [InlineData(1000, 16)]
    public void Bch_corrects_up_to_t_errors_of_any_word(int dataBits, int correctable)
    {
        var code = new Bch(dataBits, correctable);
        Prop.ForAll<int, NonNegativeInt>((seed, errors) =>
        {
            var random = new Random(seed);
            (byte[] data, byte[] check) = Word(code, seed);
            int[] wrong = [.. Enumerable.Range(0, errors.Get % (correctable + 1))
                .Select(_ => random.Next(dataBits + code.CheckBits))
                .Distinct()];
            (byte[] read, byte[] readCheck) = Flipped(code, data, check, wrong);
            return code.Decode(read, readCheck) == wrong.Length && read.SequenceEqual(data) && readCheck.SequenceEqual(check);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bch_beyond_its_reach_refuses_or_gives_another_code_word()
    {
        var code = new Bch(64, 2);
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            (byte[] data, byte[] check) = Word(code, seed);
            int[] wrong = [.. Enumerable.Range(0, 40).Select(_ => random.Next(78)).Distinct().Take(3)];
            (byte[] read, byte[] readCheck) = Flipped(code, data, check, wrong);
            byte[] before = [.. read, .. readCheck];
            if (code.Decode(read, readCheck) < 0)
                return before.SequenceEqual((byte[])[.. read, .. readCheck]);
            byte[] again = new byte[2];
            code.Encode(read, again);
            return again.SequenceEqual(readCheck);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Decoding_allocates_nothing()
    {
        foreach (IErrorCorrection code in new IErrorCorrection[] { new Secded(64), new Bch(64, 2) })
        {
            (byte[] data, byte[] check) = Word(code, 3);
            code.Decode(data, check);
            data[2] ^= 4;
            long before = GC.GetAllocatedBytesForCurrentThread();
            code.Encode(data, check);
            data[1] ^= 1;
            int corrected = code.Decode(data, check);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
            corrected.ShouldBe(1);
        }
    }

    [Fact]
    public void Widths_outside_the_range_are_refused()
    {
        Refused(static () => new Secded(0), "ecc.data_bits", "1 to 4096");
        Refused(static () => new Secded(4097), "ecc.data_bits", "1 to 4096");
        Refused(static () => new Bch(64, 0), "ecc.correctable_bits", "1 to 16");
        Refused(static () => new Bch(16383, 2), "ecc.data_bits", "at most 16355 with 2 correctable bits");
    }

    [Fact]
    public void Lengths_must_match() => Should.Throw<ArgumentException>(static () => new Secded(64).Encode(new byte[7], new byte[1]));

    [Fact]
    public void Check_bits_cost_cells_gates_and_time()
    {
        EccCost three = EccCost.Of(new Secded(64), 3);
        (three.CellsPerWord, three.ExtraCellsPerWord).ShouldBe((24, 2));
        EccCost stronger = EccCost.Of(new Bch(64, 2), 3);
        stronger.ExtraCellsPerWord.ShouldBeGreaterThan(three.ExtraCellsPerWord);
        (stronger.CheckEnergy > three.CheckEnergy && stronger.CorrectLatency > three.CorrectLatency).ShouldBeTrue();
        three.Status.ShouldBe(NumberStatus.Assumed);
    }

    private static (byte[] Data, byte[] Check) Word(IErrorCorrection code, int seed)
    {
        byte[] data = new byte[(code.DataBits + 7) / 8];
        byte[] check = new byte[(code.CheckBits + 7) / 8];
        new Random(seed).NextBytes(data);
        if (code.DataBits % 8 != 0)
            data[^1] &= (byte)((1 << (code.DataBits % 8)) - 1);
        code.Encode(data, check);
        return (data, check);
    }

    private static (byte[] Data, byte[] Check) Flipped(IErrorCorrection code, byte[] data, byte[] check, params int[] bits)
    {
        (byte[] read, byte[] readCheck) = ([.. data], [.. check]);
        foreach (int bit in bits)
        {
            int place = bit < code.DataBits ? bit : bit - code.DataBits;
            (bit < code.DataBits ? read : readCheck)[place >> 3] ^= (byte)(1 << (place & 7));
        }

        return (read, readCheck);
    }

    private static void Refused(Func<IErrorCorrection> make, string key, string permitted)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => make()).Diagnostic;
        (finding.Code, finding.Key, finding.Permitted).ShouldBe((ArrayCodes.BadErrorCorrection, key, permitted));
    }
}
