using System.Text;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Documents.Json;

/// <summary>
/// Records of finished work that later runs trust: an object with a checksum of all its other members, so that an edit is noticed.
/// </summary>
public static class SealedJson
{
    private const string CheckKey = "check_sha256";

    /// <summary>The record as a file, with its checksum as the last member.</summary>
    public static byte[] Write(JsonObject record)
    {
        ArgumentNullException.ThrowIfNull(record);
        record.Remove(CheckKey);
        record[CheckKey] = CheckOf(record);
        return Encoding.UTF8.GetBytes(JsonText.Of(record));
    }

    /// <summary>Reads a record.</summary>
    /// <param name="bytes">Contents of the file.</param>
    /// <param name="form">What the file is and where, for findings.</param>
    /// <exception cref="MemtiException">The code of the form: the file is something else, or it was changed after it was
    /// written.</exception>
    public static JsonMembers Read(ReadOnlySpan<byte> bytes, JsonFile form)
    {
        ArgumentNullException.ThrowIfNull(form);
        JsonMembers members = StrictJson.Members(bytes, form);
        string stated = members.Text(CheckKey);
        // Bytes are compared, not values: 1 and 1.0 are equal numbers, and only one of them was written.
        JsonObject record = StrictJson.Node(bytes, form)!.AsObject();
        record.Remove(CheckKey);
        return stated == CheckOf(record) ? members : throw form.Refused("it was changed after it was written");
    }

    private static string CheckOf(JsonObject record) => WholeFile.Sha256(Encoding.UTF8.GetBytes(JsonText.Of(record)));
}
