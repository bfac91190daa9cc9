#:project ../src/Cifra/Cifra.csproj
#:property PublishAot=false
// Reads the numbers in a picture:  dotnet run samples/ReadPicture.cs samples/pictures/number-1450.png
using Cifra.Reading;
using Cifra.Reading.Kinds;

IPictureReader reader = PictureKinds.Create("number"); // or "amount", "zip", "cheque", "plate:us" and others: PictureKinds.All
PictureReading reading = reader.Read(args.Length > 0 ? args[0] : "samples/pictures/number-1450.png");
foreach (ReadNumber number in reading.Numbers)
{
    Console.WriteLine($"{number.Text}  {number.Confidence:P1}  {number.Decision}  at {number.Box.X},{number.Box.Y}");
    foreach (ReadDigit digit in number.Digits)
    {
        Console.WriteLine($"  {digit.Value}  {digit.Confidence:P1}");
    }
}
