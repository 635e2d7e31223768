/** Things that are known by how they are written: places, groups, telephones, documents. */
import { said, type Finder } from './place.js';

const placeName =
  /^(?!在|地点|集合|全体|支部)(?!.*[在到])[\p{Script=Han}\d]{0,12}(?:会议室|楼|大厅|报告厅|展厅|教室|党员之家|小区|街道|企业|公司|学院|馆|站|机关|大院|单位|纪念碑|旧址|书屋|大门|广场|礼堂|活动室|室|中心|社区|敬老院|公园|食堂|陵园|纪念馆|博物馆|展馆|基地|学校|党校|办公室|餐厅|村|院内|门口)$/u;
const longestPlace = 16;

/** A place as offices name them: 三楼会议室, 二楼, 社区门口; the longest first. */
export const place: Finder = ({ text, at }) =>
  Array.from({ length: longestPlace }, (_, index) => text.slice(at, at + longestPlace - index))
    .filter((name) => placeName.test(name))
    .flatMap((name) => said(name, at + name.length));

/** 学习四中全会精神: what a meeting is about, up to the end; begun as such things begin. */
export const topic: Finder = ({ text, at }) => {
  const found = /^(?:学习|传达|讨论|研究|审议|通报|部署|总结|观看|听取|评议)[^，,。；;？?吗]{2,40}$/u.exec(
    text.slice(at).replace(/[。.！!\s]+$/u, ''),
  );
  return found === null ? [] : said(found[0], at + found[0].length);
};

/** 第一小组 */
export const group: Finder = ({ text, at }) => {
  const found = /^第?[一二三四五六七八九十\d]{1,2}(?:党)?小组/u.exec(text.slice(at))?.[0];
  return found === undefined ? [] : said(found.replace('党', ''), at + found.length);
};

export const telephone: Finder = ({ text, at }) => {
  const found = /^1\d{10}(?!\d)/u.exec(text.slice(at))?.[0];
  return found === undefined ? [] : [{ written: `手机 ${found}`, end: at + found.length, free: 0 }];
};

export const document: Finder = ({ text, at }) => {
  const found = /^\p{Script=Han}{1,8}[〔[（(]20\d\d[〕\])）]\d{1,4}号/u.exec(text.slice(at));
  return found === null ? [] : said(found[0], at + found[0].length);
};
