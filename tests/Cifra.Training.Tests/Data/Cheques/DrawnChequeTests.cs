using Cifra.Data.Cheques;
using Cifra.Imaging;

namespace Cifra.Tests.Data.Cheques;

public sealed class DrawnChequeTests
{
    private static readonly ChequeText Text = new() { Amount = "12.34", Date = "1/2/2024", Routing = "02100002", Account = "123", Number = "7" };

    [Fact]
    public void Draw_Dpi_HasAPersonalChequesSize()
    {
        GrayImage cheque = DrawnCheque.Draw(Text, 200, seed: 3);

        Assert.InRange(cheque.Width, 1199, 1200); // 6 by 2¾ inch
        Assert.InRange(cheque.Height, 549, 550);
    }

    [Fact]
    public void Line_AmountEncoded_EndsWithIt()
    {
        Assert.Equal("⑆021000021⑆ 123⑈ 7", Text.Line);
        Assert.Equal("⑆021000021⑆ 123⑈ 7 ⑇0000001234⑇", (Text with { Encoded = "0000001234" }).Line);
    }

    [Fact]
    public void Draw_WhatCannotBeDrawn_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => DrawnCheque.Draw(Text with { Amount = "twelve" }, 200, 1));
        Assert.Throws<ArgumentException>(() => DrawnCheque.Draw(Text with { Routing = "021000021" }, 200, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnCheque.Draw(Text, 20, 1));
    }
}
